/** How rules speak of a template's parts and of the places where they belong. */
import type { OutlineEntry } from '../../analysis/types';
import type { Message } from '../../base/message';
import type { SectionTemplate } from '../../template/types';
import { shown } from './wording';

/** A section has a heading; a part may also be a paragraph. */
export function partName({ where }: SectionTemplate): Message {
  return where === 'heading' ? { en: 'section', zh: '章节' } : { en: 'part', zh: '部分' };
}

/** As in "add it before …" and “请在……补上”. */
export function placeOf({ requirement, before, parent }: OutlineEntry): Message {
  const isLead = requirement.where === 'lead';
  if (before === undefined) {
    if (parent !== undefined) {
      const whole = shown(parent.title);
      return { en: `at the end of "${whole}"`, zh: `“${whole}”末尾` };
    }
    return isLead ? { en: 'at the beginning', zh: '报告开头' } : { en: 'at the end', zh: '报告末尾' };
  }
  const title = shown(before.title);
  return isLead && parent === undefined
    ? { en: `before the first heading, "${title}"`, zh: `第一个标题“${title}”之前` }
    : { en: `before "${title}"`, zh: `“${title}”之前` };
}
