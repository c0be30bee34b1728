/** Dates with a masked part, in the Chinese and in the letter form: `20**年*月*日`, `2022年X月`, `YYYY-MM-DD`, `HH:MM`. */

export interface DateMask {
  readonly start: number;
  readonly end: number;
  /** Whether the date alone proves that it is a mask; false for a lone `**月`, whose stars could close emphasis. */
  readonly isCertain: boolean;
}

const mask = '[*＊×XxＸ○〇□_]';
const shortYear = `(?<![\\dA-Za-z])(?:19|20)(?:\\d?${mask}{1,3})`;
const year = `(?:${shortYear}|(?:19|20)\\d{2}|${mask}{2,4}|_{5,12}|[Xx×])`;
const part = `(?:${mask}{1,2}|_{3,8}|\\d{1,2})`;
const clock = `(?: ?${part} ?时(?: ?${part} ?分)?)`;
/** `**年` after these words is a length of time. */
const lasting = '(?<![期时龄达近约满刑续过限每共第了])';
const chineseDate = new RegExp(
  [
    `${year} ?年 ?${part} ?月(?: ?${part} ?日${clock}?)?`,
    `${part} ?月 ?${part} ?日${clock}?`,
    `${shortYear} ?年`,
    `${lasting}${mask}{4} ?年`,
    `${mask}{1,2} ?月(?!月|饼|亮|光|球|薪)`,
    `${mask}{1,2} ?日(?!日|常|益|程|期|间|报|均|记|化|内)${clock}?`,
    `${part} ?时 ?${part} ?分(?!钟)`,
    `${lasting}${mask}{2} ?年(?!年|来|内|间|以|期|级|轻|龄|限|的|了)`,
  ].join('|'),
  'g',
);
/** A year that no 年 follows: in the number of a document, `〔20**〕`, and at either end of a span, `20**—20**学年`. */
const short = `20(?:\\d${mask}|${mask}{2})`;
const bareYear = new RegExp(
  `(?<=[〔【（([])${short}(?=[〕】）)\\]])|(?<![\\dA-Za-z#])${short}(?=[学财]年|\\s?[—–~～至-]{1,2}\\s?20(?:\\d|${mask}))`,
  'g',
);
const letterDate =
  /(?<![A-Za-z0-9])(?:(?:20)?[Xx]{2,4}([-/.])(?:[Xx]{2}|\d{2})\1(?:[Xx]{2}|\d{2})|YYYY(?:[-/.年]MM(?:[-/.月]DD日?)?)?(?:月|日)?|(?:MM|DD)[-/](?:DD|MM)[-/]YYYY|HH:MM(?::SS)?)(?![A-Za-z0-9])/g;

/** `XX/XX/20XX`, `20**-**-**`, `MM/YYYY`; of `DD/MM/2024` the masked part, `DD/MM`. */
const two = '(?:XX|xx|××|\\*\\*|＊＊|DD|MM)';
const slashDate = new RegExp(
  `(?<![A-Za-z0-9*×/.-])(?:${two}([-/.])${two}(?:\\1(?:20(?:XX|xx|××|\\*\\*)|YYYY|XXXX|xxxx)(?![A-Za-z0-9*/])|(?=\\1(?:19|20)\\d\\d(?!\\d)))|20(?:××|\\*\\*)([-/.])${two}\\2${two}(?![A-Za-z0-9*×])|MM[-/.]YYYY(?![A-Za-z0-9])|_{2,8}/_{2,8}/(?:20)?_{2,8}(?![A-Za-z0-9_/])|(?<=\\b(?:[Aa]t|[Ff]rom|to|until|[Bb]y|[Bb]etween|and|[Bb]efore|[Aa]fter|[Ss]ince|[Aa]round) )(?:XX|xx):(?:XX|xx)(?![A-Za-z0-9:]))`,
  'g',
);
const otherDate = /[?？]{1,2}月[?？]{1,2}日|(?:\[年\]年)?\[月\]月(?:\[日\]日)?/g;

/** The names of the months in English, a pattern. */
export const months =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const maskedYear = '20(?:XX|\\dX|××|\\*\\*|__)';
/** `XX June 20XX`, `June XX, 20XX`; of `June 20**` the year. */
const monthDate = new RegExp(
  `(?<![A-Za-z0-9*×_])(?:XX?|××?|\\*\\*?|_{2,6}) ${months} ${maskedYear}(?![A-Za-z0-9*×_])|(?<=(?<![A-Za-z])${months}\\.? )(?:(?:XX?|××?|\\*\\*?|_{2,6}),? )?${maskedYear}(?![A-Za-z0-9*×_])`,
  'g',
);
/** What is masked of `2024-XX-XX`. */
const laterPart = new RegExp(
  `(?<=(?<!\\d)(?:19|20)\\d\\d([-/.]))${two}\\1(?:${two}|\\d\\d)(?![A-Za-z0-9*×/])|(?<=(?<!\\d)(?:19|20)\\d\\d[-/.]\\d\\d[-/.])${two}(?![A-Za-z0-9*×/])`,
  'g',
);

/** A year in English: `FY 20XX`, `in 20XX`, `20XX/XX`. */
const englishYear =
  /(?<![A-Za-z0-9*×.,$€£¥-]|(?<!\b[QH])\d )20(?:XX|\dX)(?![A-Za-z0-9*]|[.,]\d|\s?[个人件次项家户名年])|(?<=\bFY ?)20(?:XX|\dX)(?![A-Za-z0-9])/g;

/** The masked dates of a segment, in order, not overlapping. A date without a masked part is not one. */
export function dateMasks(text: string): readonly DateMask[] {
  const found: DateMask[] = [];
  if (anyMask.test(text) && /[年月日时]/.test(text)) {
    for (const match of text.matchAll(chineseDate)) {
      const groups = match[0].match(maskRun)?.length ?? 0;
      const before = text.charAt(match.index - 1);
      // `**时间：****月**日`: the signs before end emphasis.
      const isAfterClose =
        /(?:^|[^*])\*{2}$/.test(text.slice(Math.max(0, match.index - 3), match.index)) && /^\*{1,2}月/.test(match[0]);
      if (groups === 0 || (/[0-9A-Za-z*＊_]/.test(before) && !isAfterClose)) continue;
      const isCertain = !isAfterClose && (groups > 1 || /\d/.test(match[0]) || !/[*_]/.test(match[0]));
      found.push({ ...maskedPart(match[0], match.index), isCertain });
    }
  }
  if (/(?:19|20)[\d*＊×XxＸ○〇□_]/.test(text)) {
    for (const match of text.matchAll(bareYear)) {
      found.push({ start: match.index, end: match.index + match[0].length, isCertain: true });
    }
  }
  if (/YYYY|HH:MM|[Xx][-/.]|-[Xx]/.test(text)) {
    for (const match of text.matchAll(letterDate)) {
      const end = match.index + match[0].length;
      // `[DD/MM/YYYY]` is to be replaced as a whole.
      const around =
        /^[A-Z]/.test(match[0]) && text.charAt(match.index - 1) === '[' && text.charAt(end) === ']' ? 1 : 0;
      found.push({ start: match.index - around, end: end + around, isCertain: true });
    }
  }
  if (/(?:XX|xx|××|\*\*|＊＊|DD|MM|__)[-/.:]/.test(text)) {
    for (const match of text.matchAll(slashDate)) {
      found.push({ start: match.index, end: match.index + match[0].length, isCertain: true });
    }
  }
  if (/ 20(?:XX|\dX|××|\*\*|__)/.test(text)) {
    for (const match of text.matchAll(monthDate)) {
      found.push({ start: match.index, end: match.index + match[0].length, isCertain: true });
    }
  }
  if (/\d[-/.](?:XX|xx|××|\*\*|＊＊|DD|MM)/.test(text)) {
    for (const match of text.matchAll(laterPart)) {
      found.push({ start: match.index, end: match.index + match[0].length, isCertain: true });
    }
  }
  if (/[?？\]]月/.test(text)) {
    for (const match of text.matchAll(otherDate)) {
      found.push({ start: match.index, end: match.index + match[0].length, isCertain: true });
    }
  }
  if (/20\d?X/.test(text)) {
    for (const match of text.matchAll(englishYear)) {
      found.push({ start: match.index, end: match.index + match[0].length, isCertain: true });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((date, index) => index === 0 || date.start >= (found[index - 1]?.end ?? 0));
}

const maskRun = new RegExp(`${mask}+`, 'g');
const anyMask = new RegExp(mask);

/** From the first part with a mask in it to the last: `2024年3月*日` has the mask `*日`, `20**年5月` the mask `20**年`. */
function maskedPart(date: string, offset: number): { start: number; end: number } {
  const parts = [...date.matchAll(/[^年月日时分]+[年月日时分]/g)].filter((part) => /[*＊×XxＸ○〇□_]/.test(part[0]));
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (first === undefined || last === undefined) return { start: offset, end: offset + date.length };
  const lead = first[0].length - first[0].trimStart().length;
  return { start: offset + first.index + lead, end: offset + last.index + last[0].length };
}
