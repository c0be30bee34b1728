/** What is wrong with a tag, in words. */
import type { Message } from '../../base/message';
import type { TagFault } from '../types';

/** `repaired` is the whole tag as it should be written, undefined where only the author can know it. */
export function faultOf(kind: TagFault['kind'], repaired: string | undefined): TagFault {
  return { kind, message: messages[kind], repaired };
}

/** A tag of which a formatter has changed more than the stars of its mask. */
export function rewritten(repaired: string): TagFault {
  return {
    kind: 'damaged',
    message: {
      en: 'The tag was changed by a formatter; write its id and value as they were, between "<<" and ">>"',
      zh: '标签被格式化工具改动过；请在“<<”和“>>”之间恢复标识和值的原样',
    },
    repaired,
  };
}

const messages: Readonly<Record<TagFault['kind'], Message>> = {
  unclosed: { en: 'The tag is not closed; end it with ">>"', zh: '标签没有结束；请以“>>”结尾' },
  spaced: {
    en: 'The tag has spaces around its id or value; write it without them',
    zh: '标签的标识或值两旁有空格；请去掉空格',
  },
  'full-width': {
    en: 'The tag is written with full-width marks; write it with "<<", ":" and ">>"',
    zh: '标签用了全角符号；请改用半角的“<<”“:”“>>”',
  },
  damaged: {
    en: 'The mask in the tag was changed by a formatter; write it with "*" alone',
    zh: '标签中的掩码被格式化工具改动过；请只用“*”书写',
  },
  'missing-id': { en: 'The tag has no id; write one before the ":"', zh: '标签没有标识；请在“:”前写上标识' },
};
