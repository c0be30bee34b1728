/** Slips of typing that make a template mean something else to the YAML parser, whose own words would not help its author. */
import type { Message } from '../base/message';
import { span, type Span } from '../base/span';

export interface Slip {
  readonly span: Span;
  readonly message: Message;
}

/** What keeps a file from being read as text at all. */
export function unreadable(source: string): Slip | undefined {
  const at = source.search(/[\0\u0001-\u0008\ufffd]/);
  if (at < 0) return undefined;
  return {
    span: span(at, at + 1),
    message: {
      en: 'The file holds signs that are no text; save it as text in UTF-8.',
      zh: '文件中有不属于文本的字符，请用 UTF-8 编码另存为文本文件。',
    },
  };
}

/** The first slip in a file in which something is wrong. Linear. */
export function firstSlip(source: string): Slip | undefined {
  const found = forms.flatMap(({ pattern, say }) => {
    const match = pattern.exec(source);
    if (match === null) return [];
    const [whole, lead = '', sign = '', key = ''] = match;
    const start = match.index + lead.length;
    return whole === '' ? [] : [{ span: span(start, start + sign.length), message: say(sign, key) }];
  });
  return found.sort((a, b) => a.span.start - b.span.start)[0];
}

const keys =
  'id|extends|title|language|match|ordered|closed|sections|omit|metrics|relations|forbidden|closing|rules|where|required|count|guidance|items|body|label|type|unit|digits|min|max|floor|value|basis|owner|due|question|check|when|severity|message|phrases|zh|en';
/** The beginning of a line, or of an element of a list, or of an entry in braces. */
const before = '(?:(?:^|[\\r\\n])[ \\t]{0,80}(?:- {1,4}){0,3}|[{,，｛] {0,4})';

interface Form {
  /** What stands before the sign, the sign, and the key that it belongs to. */
  readonly pattern: RegExp;
  readonly say: (sign: string, key: string) => Message;
}

const forms: readonly Form[] = [
  {
    pattern: new RegExp(`(${before}(?:${keys}) {0,4})(：)`),
    say: () => ({
      en: '"：" is a full-width colon, expected ":" and a space behind a key; change it here and wherever else it stands.',
      zh: '“：”是全角冒号，键后应为半角冒号加空格“: ”，请在此处及其他各处改正。',
    }),
  },
  {
    pattern: new RegExp(`((?:^|[\\r\\n])[ \\t]{0,80}(?:- {1,4}){0,3}(?:${keys}))(:)(?=[^\\s:])`),
    say: () => ({
      en: '":" has no space behind it, and without one it does not end a key; add a space.',
      zh: '冒号后缺少空格，不能分开键和值，请补上空格。',
    }),
  },
  {
    pattern: new RegExp(`(${before}(?:${keys}) {0,4})(=)`),
    say: () => ({
      en: '"=" stands behind a key, expected ":" and a space; change it.',
      zh: '键后是“=”，应为冒号加空格“: ”，请改正。',
    }),
  },
  {
    pattern: new RegExp(`(\\{[^{}\\r\\n]{0,400}?)(，)(?= {0,4}(?:${keys}) {0,4}[:：])`),
    say: () => ({
      en: '"，" is a full-width comma, expected "," and a space between entries; change it.',
      zh: '“，”是全角逗号，各项之间应为半角逗号加空格“, ”，请改正。',
    }),
  },
  {
    pattern: /((?:^|[\r\n])[ \t]{0,80}(?:[\w-]{1,40}: {1,4}|- {1,4})?)([｛［])/,
    say: (sign) => ({
      en: `"${sign}" is a full-width bracket, expected "${sign === '｛' ? '{' : '['}"; change it and the one that closes it.`,
      zh: `“${sign}”是全角括号，应为“${sign === '｛' ? '{' : '['}”，请连同后括号一起改正。`,
    }),
  },
  {
    pattern: new RegExp(`((?:^|[\\r\\n])[ \\t]{0,80})([—–－•·])(?=[ \\t]{0,4}(?:${keys}) {0,4}[:：])`),
    say: (sign) => ({
      en: `"${sign}" stands where an element of a list begins, expected "-" and a space; change it.`,
      zh: `列表各项应以半角“-”加空格开头，此处是“${sign}”，请改正。`,
    }),
  },
  {
    pattern: new RegExp(`((?:^|[\\r\\n])[ \\t]{0,80}(?:- {1,4}){0,3})(-)(?=(?:${keys}):)`),
    say: () => ({
      en: '"-" has no space behind it, and without one it begins no element of a list; add a space.',
      zh: '“-”后缺少空格，不能作为列表项的开头，请补上空格。',
    }),
  },
  {
    pattern: new RegExp(
      `((?:^|[\\r\\n])[ \\t]{0,80}(?:- {1,4}){0,3}(?:title|match|label|unit|owner|check|when|message): {1,4})([[{@%\`])(?![^\\r\\n]{0,400}[\\]}][ \\t]{0,80}(?:#|[\\r\\n]|$))`,
    ),
    say: (sign) => ({
      en: `"${sign}" at its beginning makes this something else than a text; put the text in quotes.`,
      zh: `值以“${sign}”开头，不会被当作文本，请给文本加引号。`,
    }),
  },
  {
    pattern:
      /((?:^|[\r\n])[ \t]{0,80}(?:- {1,4}){0,3}(?:title|match|label|unit|owner|guidance|message|basis): [^\s'"|>{[#][^\r\n:]{0,400})(:)(?= )/,
    say: () => ({
      en: '":" and a space within a text make it a key and a value; put the text in quotes.',
      zh: '文本中的冒号加空格会被当作键和值的分隔，请给整个文本加引号。',
    }),
  },
  {
    pattern: /((?:^|[\r\n])[ \t]{0,80})(\u3000{1,40})/,
    say: () => ({
      en: 'The line is indented by full-width spaces, which count as letters; use plain spaces.',
      zh: '此行用全角空格缩进，会被当作文字，请改用半角空格。',
    }),
  },
  {
    pattern: /((?:^|[\r\n]))(<{7}|={7}|>{7})(?=[ \r\n]|$)/,
    say: () => ({
      en: 'Here stands the mark of a merge that was not finished; keep one of the two versions.',
      zh: '此处留有未处理完的合并冲突标记，请保留其中一个版本。',
    }),
  },
  {
    pattern: /([^\r\n])(\r)(?!\n)/,
    say: () => ({
      en: 'The lines end with a carriage return alone, which ends no line here; save the file with LF or CRLF.',
      zh: '文件以单独的回车符换行，无法识别，请以 LF 或 CRLF 换行另存。',
    }),
  },
];
