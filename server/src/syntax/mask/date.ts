/** Dates with a masked part, in the Chinese and in the letter form: `20**年*月*日`, `2022年X月`, `YYYY-MM-DD`, `HH:MM`. */

export interface DateMask {
  readonly start: number;
  readonly end: number;
  /** Whether the date alone proves that it is a mask; false for a lone `**月`, whose stars could close emphasis. */
  readonly isCertain: boolean;
}

const mask = '[*＊×XxＸ○〇□_]';
const year = `(?:(?:19|20)\\d?${mask}{1,3}|(?:19|20)\\d{2}|${mask}{2,4}|[Xx×])`;
const part = `(?:${mask}{1,2}|\\d{1,2})`;
const chineseDate = new RegExp(
  `${year} ?年 ?${part} ?月(?: ?${part} ?日)?|${part} ?月 ?${part} ?日|(?<![\\dA-Za-z])(?:19|20)\\d?${mask}{1,3} ?年|${mask}{4} ?年|${mask}{1,2} ?月(?!饼|亮|光|球|薪)|${mask}{1,2} ?日(?!常|益|程|期)|${mask}{2} ?年(?!来|内|间|以|期|级|轻|龄|限|的)`,
  'g',
);
const letterDate =
  /(?<![A-Za-z0-9])(?:(?:20)?[Xx]{2,4}-(?:[Xx]{2}|\d{2})-(?:[Xx]{2}|\d{2})|\d{4}-(?:[Xx]{2}-[Xx]{2}|\d{2}-[Xx]{2})|YYYY(?:[-/.年]MM(?:[-/.月]DD日?)?)?(?:月|日)?|(?:MM|DD)[-/](?:DD|MM)[-/]YYYY|HH:MM(?::SS)?)(?![A-Za-z0-9])/g;

/** The masked dates of a segment, in order. A date without a masked part is not one. */
export function dateMasks(text: string): readonly DateMask[] {
  const found: DateMask[] = [];
  if (/[年月日]/.test(text)) {
    for (const match of text.matchAll(chineseDate)) {
      const groups = match[0].match(new RegExp(`${mask}+`, 'g'))?.length ?? 0;
      const before = text.charAt(match.index - 1);
      if (groups === 0 || /[0-9A-Za-z*＊_]/.test(before)) continue;
      const isCertain = groups > 1 || /\d/.test(match[0]) || !/[*_]/.test(match[0]);
      found.push({ ...maskedPart(match[0], match.index), isCertain });
    }
  }
  if (/YYYY|HH:MM|[Xx]-|-[Xx]/.test(text)) {
    for (const match of text.matchAll(letterDate)) {
      found.push({ start: match.index, end: match.index + match[0].length, isCertain: true });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** From the first part with a mask in it to the last: `2024年3月*日` has the mask `*日`, `20**年5月` the mask `20**年`. */
function maskedPart(date: string, offset: number): { start: number; end: number } {
  const parts = [...date.matchAll(/[^年月日]+[年月日]/g)].filter((part) => /[*＊×XxＸ○〇□_]/.test(part[0]));
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (first === undefined || last === undefined) return { start: offset, end: offset + date.length };
  const lead = first[0].length - first[0].trimStart().length;
  return { start: offset + first.index + lead, end: offset + last.index + last[0].length };
}
