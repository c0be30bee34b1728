/** Reports lists of attachments that are not written as `附件：1.走访名单`: stops behind names, numbers out of order, 附件1：. */
import { firstListed, nextListed, type ListedAttachment } from '../report/attachments';
import type { ProseLine } from '../report/prose';
import { defineRule, type PieceContext } from './rule';
import { changeTo } from './support/fixes';
import { seen, spanIn } from './support/places';
import { shown } from './support/wording';

export default defineRule({
  id: 'attachment-form',
  severity: 'info',
  summary: { en: 'The list of attachments is not in its usual form', zh: '附件说明写法不规范' },
  checkLine: {
    looksFor: /(?:^|[\r\n])[ \t\u3000]{0,40}附件\d{0,2}[ ]?[：:]/,
    check(line, ctx) {
      if (line.form !== 'line') return;
      checkMark(line, ctx);
      const first = firstListed(line.text);
      if (first === undefined) return;
      let expected = 1;
      for (const { item, line: own } of listFrom(line, first, ctx)) {
        checkStop(item, own, ctx);
        if (item.number !== undefined && item.number !== expected) checkNumber(item, expected, own, ctx);
        expected++;
      }
    },
  },
});

interface Place {
  readonly item: ListedAttachment;
  readonly line: ProseLine;
}

/** The items of the list that begins in the line, to the first line that is none. */
function listFrom(line: ProseLine, first: ListedAttachment, { lines }: PieceContext): readonly Place[] {
  const places: Place[] = [{ item: first, line }];
  if (first.number === undefined) return places;
  const all = lines();
  for (let index = all.indexOf(line) + 1; index > 0 && places.length < longestList; index++) {
    const next = all[index];
    const item = next?.form === 'line' ? nextListed(next.text) : undefined;
    if (next === undefined || item === undefined) break;
    places.push({ item, line: next });
  }
  return places;
}

const longestList = 50;

function checkStop({ name, start, end }: ListedAttachment, line: ProseLine, { report }: PieceContext): void {
  const stop = /[；;。，,、]$/.exec(name)?.[0];
  // A sentence is no name.
  if (stop === undefined || name.length > 60 || /[。；]./.test(name) || /^(?:略|无|见|详见)/.test(name)) return;
  const place = { start: end - 1, end };
  report({
    span: spanIn(line, start, end),
    message: {
      en: `The attachment "${shown(seen(name))}" ends with "${stop}", and nothing stands after the name of an attachment; take it out`,
      zh: `附件名称“${shown(seen(name))}”以“${stop}”结尾，而附件名称后不加标点；请删去`,
    },
    fixes: ({ place: placed }) => [
      {
        title: { en: `Take out "${stop}"`, zh: `删去“${stop}”` },
        changes: [{ span: placed(spanIn(line, place.start, place.end)), newText: '' }],
      },
    ],
  });
}

function checkNumber(
  { number = 0, start }: ListedAttachment,
  expected: number,
  line: ProseLine,
  { report }: PieceContext,
): void {
  const span = spanIn(line, start, start + String(number).length);
  report({
    span,
    message: {
      en: `The attachment is numbered ${number}, expected ${expected}; number the attachments from 1 on`,
      zh: `附件序号为${number}，应为${expected}；附件请从1起依次编号`,
    },
    fixes: ({ place }) => [changeTo(String(expected), place(span))],
  });
}

/** 附件1：, where the number belongs behind the colon, or the colon does not belong. */
function checkMark(line: ProseLine, { report }: PieceContext): void {
  const [written, digits, name = ''] = /^附件(\d{1,2}) ?[：:]([ \t\u3000]*.{0,120})/u.exec(line.text) ?? [];
  if (written === undefined || digits === undefined) return;
  const mark = written.slice(0, written.length - name.length);
  const isAbove = name.trim() === '';
  const right = isAbove ? `附件${digits}` : `附件：${digits}.`;
  const span = spanIn(line, 0, mark.length);
  report({
    span,
    message: isAbove
      ? {
          en: `Above an attachment stands "${mark}", expected "${right}" without a colon; take it out`,
          zh: `附件前的标识写作“${mark}”，其后不用冒号，应为“${right}”；请删去冒号`,
        }
      : {
          en: `The attachment is listed as "${mark}", expected "${right}" before its name; move the number behind the colon`,
          zh: `附件说明写作“${mark}”，序号应在冒号之后，即“${right}”；请改正`,
        },
    fixes: ({ place }) => (isAbove || digits === '1' ? [changeTo(right, place(span))] : []),
  });
}
