/** Tells figures from what stands in their place: nothing yet, or what cannot be a figure. */
import type { Message } from '../base/message';

/** Undefined while the figure is not known: nothing, a dash, a mask or a placeholder word. */
export function knownValue(written: string): string | undefined {
  const value = written.trim();
  return value === '' || unknown.test(value) ? undefined : value;
}

/** Why a text cannot be the value of a metric, or undefined where it can. */
export function valueFault(value: string): Message | undefined {
  const error = spreadsheetError.exec(value)?.[0];
  if (error !== undefined) return errorValue(error);
  if (/[\r\n]/.test(value)) {
    return { en: 'A value is one line; take out the line break.', zh: '数值只能有一行，请去掉换行。' };
  }
  if (/<<|>>/.test(value)) {
    return { en: 'A value holds no "<<" or ">>"; write the figure alone.', zh: '数值里不能有“<<”或“>>”，请只写数值。' };
  }
  return undefined;
}

export function errorValue(error: string): Message {
  return {
    en: `The cell holds the error ${error}, expected a figure; correct its formula.`,
    zh: `单元格是错误值 ${error}，应为数值，请修正公式。`,
  };
}

/** Whether a text can be the id of a metric: letters, digits, `_` and `-`, in parts joined by `.`. */
export function isMetricId(text: string): boolean {
  return metricId.test(text);
}

export function idFault(id: string): Message {
  const short = shortened(id);
  return {
    en: `"${short}" is not an id: an id has letters, digits, "_" and "-", with "." between parts; choose one without spaces and other marks.`,
    zh: `“${short}”不是标识：标识由文字、数字、“_”和“-”组成，各段之间用“.”，请改正。`,
  };
}

/** For messages. */
export function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

// As the reader of tags has it.
const metricId = /^(?=[_.-]*[\p{L}\p{N}])[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*$/u;
const spreadsheetError = /^#(?:REF!|N\/A|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/;
const unknown = new RegExp(
  `^(?:${[
    '[+-]?[$€£¥￥]?[*＊×XxＸ○〇□_?？]+(?:[,，.．][*＊×XxＸ○〇□_?？]+)*\\s?[%％‰]?',
    '20\\d?[*＊×XxＸ□_]{1,2}(?:年[*＊×XxＸ□_]{1,2}月(?:[*＊×XxＸ□_]{1,2}日)?)?',
    '[-–—―－/／]+|…+|N/?A|NULL|NIL|TBD|TBC|TODO|TK',
    '待定|待填写?|待补充?|待报|未知|暂缺|暂无|缺',
    '[【〔[](?:待[^】〕\\]]*|TBD|TODO|[XN]+)[】〕\\]]',
  ].join('|')})$`,
  'iu',
);
