/** Tells whether the parts of a whole that a sentence lists exclude each other, so that their figures may be added. */
import type { Span } from '../../base/span';
import { seen } from './places';

/** `spans` are those of the figures in `text`. Things may be in two of most groups: of 100人, 60 are women and 50 are young. */
export function isClosedList(text: string, spans: readonly Span[]): boolean {
  const labels = spans.map(({ start }, index) =>
    seen(text.slice(spans[index - 1]?.end ?? 0, start)).replace(/^[，,、和及与：:（(）)]+/, ''),
  );
  // 其中…分别为30个、40个和50个
  if (/分别(?:为|是|有)$/.test(labels[0] ?? '')) return labels.slice(1).every((label) => label === '');
  return classes.some((pattern) => {
    const marks = labels.map((label) => pattern.exec(label)?.[0]);
    return marks.every((mark) => mark !== undefined) && new Set(marks).size === marks.length;
  });
}

/** Words of which only one holds of each thing. */
const classes: readonly RegExp[] = [
  /(?:国家|省部|中央|省|市|区|县|乡镇|乡|镇|街道|村|厅局|厅|县处|处|乡科|科)级/,
  /[一二三四五特甲乙丙]级/,
  /[一二三四五]类/,
  /[ABCDabcd][级类]/,
  /[一二三四]季度|[上下]半年/,
  /男|女/,
  /新建|续建|改建|扩建/,
  /特别重大|重大|较大|一般/,
  /不合格|合格|良好|优秀|基本称职|不称职|称职/,
  /城镇|农村|城市/,
  /正在|已经?|尚?未/,
];
