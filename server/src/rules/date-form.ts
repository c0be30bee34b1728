/** Reports dates that are not written as 2024年3月5日: a short year, leading zeros, 2024-03-05. */
import { defineRule } from './rule';
import { changeTo } from './support/fixes';
import { hasHan, spanIn } from './support/places';

export default defineRule({
  id: 'date-form',
  severity: 'info',
  isOptIn: true,
  summary: { en: 'A date in Chinese prose is not written out in full', zh: '日期写法不规范' },
  checkLine: {
    looksFor: /年0\d月|月0\d日|(?:^|[^\d])\d\d年\d{1,2}月|(?:19|20)\d\d[-./]\d/m,
    check(line, { report }) {
      // A table has no room for more.
      if (line.form === 'cell' || !hasHan(line.text)) return;
      for (const { index, written, full } of dates(line.text)) {
        const span = spanIn(line, index, index + written.length);
        report({
          span,
          message: {
            en: `The date "${written}" is not in the usual form, a full year and no leading zeros; write ${full}`,
            zh: `日期“${written}”不规范，应使用完整年份且月、日不编虚位；请改为“${full}”`,
          },
          fixes: ({ place }) => [changeTo(full, place(span))],
        });
      }
    },
  },
});

interface Found {
  readonly index: number;
  readonly written: string;
  readonly full: string;
}

/** 12年6月 may be a term; a day, or a word that leads to a date, tells. */
const short = /(?<![\d〇一二三四五六七八九十])(\d{2})年(\d{1,2})月(?:(\d{1,2})日)?/g;
const padded = /(?<!\d)((?:19|20)\d{2}年)?(\d{1,2})月(?:(\d{1,2})日)?/g;
const numeric =
  /(?<![\d./\-–—~A-Za-z_=])(?<![版本号v] ?)((?:19|20)\d{2})([-./])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d./\-A-Za-z_])/g;

function dates(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const { index, 0: written, 1: year = '', 2: month, 3: day } of text.matchAll(short)) {
    if (day === undefined && !/[自从至于在到]$/.test(text.slice(Math.max(0, index - 1), index))) continue;
    const century = Number(year) < 60 ? '20' : '19';
    found.push({ index, written, full: `${century}${year}${dayOf(month, day)}` });
  }
  for (const { index, 0: written, 1: year = '', 2: month = '', 3: day } of text.matchAll(padded)) {
    if (!/^0/.test(month) && !/^0/.test(day ?? '')) continue;
    if (/\d年$/.test(text.slice(Math.max(0, index - 2), index))) continue;
    found.push({
      index,
      written,
      full: year === '' ? dayOf(month, day).slice(1) : `${year.slice(0, 4)}${dayOf(month, day)}`,
    });
  }
  for (const { index, 0: written, 1: year = '', 3: month, 4: day } of text.matchAll(numeric))
    found.push({ index, written, full: `${year}${dayOf(month, day)}` });
  return found.sort((a, b) => a.index - b.index);
}

function dayOf(month: string | undefined, day: string | undefined): string {
  return `年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;
}
