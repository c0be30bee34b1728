/** What a blank waits for: its kind, how many digits, in which unit. */
import type { Message } from '../../base/message';
import type { Severity } from '../../base/problem';
import type { TagFact } from '../../report/facts';
import type { MetricTemplate } from '../../template/types';
import { typeName } from './wording';

/** The severity of a blank: a masked name matters less than a figure or a date, and in a final report every blank is an error. */
export function blankSeverity(kind: TagFact['kind'], isFinal: boolean): Severity {
  if (isFinal) return 'error';
  return kind === 'name' ? 'info' : 'warning';
}

/** The value that fits a masked tag, as in "write a number of 2 digits (次)". A template's word goes before that of the text around. */
export function expectedValue(use: TagFact, definition: MetricTemplate | undefined): Message {
  const type = definition?.type;
  if (type === 'date' || (type === undefined && use.kind === 'date')) return typeName('date');
  if (type === 'text') return typeName('text');
  if (type === undefined && use.kind === 'name') {
    return use.unit === undefined
      ? { en: 'a name', zh: '名称' }
      : { en: `the name before ${use.unit}`, zh: `“${use.unit}”前的名称` };
  }
  const what = expectedNumber(use, definition);
  const unit = definition?.unit ?? use.unit;
  return unit === undefined ? what : { en: `${what.en} (${unit})`, zh: `${what.zh}（单位：${unit}）` };
}

function expectedNumber(use: TagFact, definition: MetricTemplate | undefined): Message {
  const width = maskWidth(use.value ?? '');
  if (width !== undefined && width.decimals > 0) {
    return {
      en: `a number of ${digits(width.whole)} and ${width.decimals} ${width.decimals === 1 ? 'decimal' : 'decimals'}`,
      zh: `${width.whole}位整数、${width.decimals}位小数的数字`,
    };
  }
  const whole = width?.whole ?? definition?.digits;
  if (whole === undefined) return typeName(definition?.type ?? 'decimal');
  return { en: `a number of ${digits(whole)}`, zh: `${whole}位数` };
}

/** "1 digit", "2 digits". */
export function digits(count: number): string {
  return count === 1 ? '1 digit' : `${count} digits`;
}

/** How many digits a star mask stands for; other masks do not tell. */
export function maskWidth(mask: string): { readonly whole: number; readonly decimals: number } | undefined {
  const match = /^([*＊]+(?:[,，][*＊]+)*)(?:[.．]([*＊]+))?[%％]?$/.exec(mask.trim());
  if (match === null) return undefined;
  return { whole: (match[1] ?? '').replace(/[,，]/g, '').length, decimals: match[2]?.length ?? 0 };
}
