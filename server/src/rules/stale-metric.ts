/** Reports figures that are not those of the report's data file. */
import { givenBy } from '../analysis/standings';
import { isSameFigure } from '../analysis/sameFigure';
import { placeName, type Figure } from '../data/types';
import type { Message } from '../base/message';
import { defineRule } from './rule';
import { fileName } from './support/files';
import { changeTo } from './support/fixes';
import { metricName, shown } from './support/wording';

export default defineRule({
  id: 'stale-metric',
  severity: 'warning',
  summary: { en: 'A figure differs from the data file', zh: '数值与数据文件不一致' },
  checkMetric(use, { id, definition }, { text, bound, report }) {
    const figure = bound?.figureOf(id, definition);
    const given = givenBy(use, text);
    if (figure?.value === undefined || given === undefined || use.valueSpan === undefined) return;
    if (isSameFigure(given, { value: figure.value, unit: figure.unit }, definition)) return;
    const { valueSpan } = use;
    const value = given.hasPercentAfter ? figure.value.replace(/[%％]$/, '') : figure.value;
    report({
      span: use.span,
      message: describe(metricName(id, definition), shown(given.written), figure),
      fixes: ({ place }) => [changeTo(value, place(valueSpan))],
    });
  },
});

function describe(name: Message, own: string, { value = '', unit, place }: Figure): Message {
  const cell = placeName(place);
  const file = fileName(place.uri);
  const theirs = shown(unit === undefined || value.endsWith('%') ? value : `${value} ${unit}`);
  const where = cell === '' ? { en: file, zh: file } : { en: `${file}, ${cell}`, zh: `${file}（${cell}）` };
  return {
    en: `${name.en} is ${own} here and ${theirs} in ${where.en}; take over the figure of the data, or correct it there`,
    zh: `${name.zh}在此处为“${own}”，在${where.zh}中为“${theirs}”；请改用数据文件中的数值，或在数据文件中改正`,
  };
}
