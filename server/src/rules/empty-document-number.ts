/** Reports document numbers whose year or number was left out: 字〔〕1号, 〔2024〕号. */
import type { Message } from '../base/message';
import { defineRule } from './rule';
import { spanIn } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'empty-document-number',
  severity: 'warning',
  summary: { en: 'A document number lacks its year or its number', zh: '发文字号缺少年份或序号' },
  checkLine: {
    looksFor: /[〔[［【][ \u3000]{0,4}[〕\]］】]|[〕\]］】][ \u3000]{0,4}号|字[（(]\d{4}[）)]号/,
    check(line, { report }) {
      for (const match of line.text.matchAll(documentNumber)) {
        const [whole, lead = '', inSquare, inRound, number] = match;
        const year = (inSquare ?? inRound ?? '').trim();
        // Empty brackets of other shapes may be anything where no number follows.
        if (year === '' ? number === undefined && !whole.includes('〔') : number !== '') continue;
        const start = match.index + lead.length;
        const end = match.index + whole.length;
        report({ span: spanIn(line, start, end), message: describe(shown(whole.slice(lead.length)), year, number) });
      }
    },
  },
});

/** The sign before the brackets, what these hold, and the number before 号, empty where there is none. */
const documentNumber =
  /([\u4e00-\u9fff])(?:[〔[［【]((?:[12]\d{3}|20[\dX×x*＊]{2}|[X×*＊]{4})年?|[ \u3000]{0,4})[〕\]］】]|(?<=字)[（(]([12]\d{3})[）)])(?:[ \u3000]{0,4}第?[ \u3000]{0,4}([\dX×x*＊]{0,6})[ \u3000]{0,4}号(?![码楼线召称]))?/g;

function describe(place: string, year: string, number: string | undefined): Message {
  const lacks =
    year !== ''
      ? { en: 'number', zh: '序号' }
      : number === ''
        ? { en: 'year and number', zh: '年份和序号' }
        : { en: 'year', zh: '年份' };
  return {
    en: `The document number "${place}" has no ${lacks.en}; write it in full, as in 〔2024〕1号`,
    zh: `发文字号“${place}”缺少${lacks.zh}；请补全，例如〔2024〕1号`,
  };
}
