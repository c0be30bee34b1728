/** Whether a value is still a blank: a mask of any family, nothing, or a placeholder word. */

const maskCharacter = '[*＊×XxＸ○〇□_?？#]';
const masked = new RegExp(
  `^(?:${[
    `[+-]?[$€£¥￥]?${maskCharacter}+(?:[,，.．]${maskCharacter}+)*\\s?[%％‰]?`,
    `(?=.*${maskCharacter})(?:[\\d*＊×XxＸ○〇□_]{1,4} ?年)?(?: ?[\\d*＊×XxＸ○〇□_]{1,2} ?月)?(?: ?[\\d*＊×XxＸ○〇□_]{1,2} ?日)?`,
    `(?:19|20)\\d?${maskCharacter}{1,3}`,
    'YYYY(?:[-/.年]MM(?:[-/.月]DD日?)?)?|(?:MM|DD)[-/](?:DD|MM)[-/]YYYY|HH:MM(?::SS)?',
    'TBD|TBC|TODO|TK|待定|待填写?|待补充?|某{1,4}|…+',
    '[【〔[](?:待[^】〕\\]]*|TBD|TODO|[XN]+|Name|Date|Amount)[】〕\\]]',
  ].join('|')})$`,
  'u',
);

/** True for `**`, `**.*%`, `X,XXX`, `20**年*月*日`, `TBD`, `待填` and the empty value; false for figures and other text. */
export function isMaskedValue(value: string): boolean {
  const trimmed = value.trim();
  return trimmed === '' || masked.test(trimmed);
}
