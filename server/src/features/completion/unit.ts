/** Units behind a tag or a mask: the template's, then those that the report itself uses for the same thing. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Message } from '../../base/message';
import { definedAt } from '../../analysis/tagging';
import { withoutApproximator } from '../../rules/support/units';
import { maskAt, tagAt } from '../../workspace/at';
import { enoughBlocks, tagsOf } from '../../workspace/tags';
import type { FeatureContext } from '../feature';
import { kinds, lineStart, replacing, sortKey, type Place } from './place';

/** Undefined where no figure ends before the place. */
export function completeUnit(place: Place, ctx: FeatureContext): CompletionItem[] | undefined {
  const typed = /(?:>>|[*＊×○□_])( ?)([^\s<>*＊×○□_，。；、：,.;:|（）()]{0,12})$/u.exec(place.before);
  if (typed === null) return undefined;
  const [, space = '', begun = ''] = typed;
  const figure = figureBefore(place, begun.length + space.length);
  if (figure === undefined) return undefined;
  const known = figure.isMoney ? undefined : figure.unit;
  const isWritten = begun === '' && place.snapshot.parse.lexicon.followerAt(place.after, 0) !== undefined;
  // Of themselves lists open only where the unit is certain, and not in tables, where columns have units.
  if (isWritten || (!place.isAsked && (known === undefined || place.before.includes('|')))) return [];
  const others = place.isAsked ? figure.others() : [];
  const units = [...new Set([...(known === undefined ? [] : [known]), ...others])].slice(0, mostUnits);
  const edit = replacing(place, begun.length, 0);
  return units
    .filter((unit) => unit.startsWith(begun) && unit !== begun)
    .map((unit, index) => ({
      label: unit,
      kind: kinds.unit,
      detail: ctx.say(unit === known ? byTemplate : inReport),
      filterText: unit,
      sortText: sortKey(0, index),
      insertTextFormat: 1,
      textEdit: edit(space === '' && /^[A-Za-z]/.test(unit) ? ` ${unit}` : unit),
    }));
}

const mostUnits = 8;
const byTemplate: Message = { en: 'unit by the template', zh: '模板规定的单位' };
const inReport: Message = { en: 'used in this report', zh: '本报告所用' };

interface Figure {
  /** Whether the sign of a currency stands before it. */
  readonly isMoney: boolean;
  /** The template's. */
  readonly unit: string | undefined;
  /** Those that the report uses, the most frequent first. */
  others(): readonly string[];
}

function figureBefore(place: Place, back: number): Figure | undefined {
  const { snapshot, offset, before } = place;
  const { parse, template } = snapshot;
  const end = offset - back;
  const tag = tagAt(parse, end);
  const mask = tag === undefined ? maskAt(parse, end) : undefined;
  const found = tag ?? mask ?? bareMask(before.slice(0, before.length - back), lineStart(place));
  if (found?.span.end !== end) return undefined;
  const definitions = template?.metrics ?? [];
  const column = found.span.start - lineStart(place);
  const definition =
    tag === undefined ? definedAt(before, column, definitions)[0] : definitions.find(({ id }) => id === tag.id);
  return {
    isMoney: /[$€£¥￥]\s?$/.test(before.slice(0, column)),
    unit: definition?.unit,
    others() {
      const counts = new Map<string, number>();
      const own =
        tag === undefined ? [] : [...tagsOf(snapshot, tag.id, enoughBlocks)].flatMap(({ unit }) => unit ?? []);
      for (const unit of [...own, ...unitsWith(place, before.slice(0, column))]) {
        const plain = withoutApproximator(unit);
        counts.set(plain, (counts.get(plain) ?? 0) + 1);
      }
      return [...counts].sort((a, b) => b[1] - a[1]).map(([unit]) => unit);
    },
  };
}

/** A run of stars that is not known for a mask as long as no unit follows it. */
function bareMask(
  before: string,
  start: number,
): { readonly span: { readonly start: number; readonly end: number } } | undefined {
  const run = /[\p{L}）”»"](\*{1,6}|＊{1,6}|×{1,6}|○{1,6}|□{1,6})$/u.exec(before)?.[1];
  return run === undefined
    ? undefined
    : { span: { start: start + before.length - run.length, end: start + before.length } };
}

/** The units that follow figures behind the same noun elsewhere in the report. */
function unitsWith({ snapshot: { parse } }: Place, words: string): readonly string[] {
  const noun = /[\u4e00-\u9fff]{2}$/.exec(words.replace(/(?:共计?|累计|合计|总计|达到?|约|近|为|了)+$/u, ''))?.[0];
  if (noun === undefined) return [];
  const units: string[] = [];
  parse.blocks.visit(
    ({ text }) => {
      for (let at = text.indexOf(noun); at >= 0 && units.length < mostFound; at = text.indexOf(noun, at + 1)) {
        const end = at + noun.length;
        const figure = figureAhead.exec(text.slice(end, end + 100));
        const follower = figure && parse.lexicon.followerAt(text, end + figure[0].length);
        if (follower?.kind === 'figure') units.push(follower.unit);
      }
    },
    () => units.length >= mostFound,
  );
  return units;
}

const figureAhead = /^(?:共计?|累计|合计|达到?|约|近)?(?:\d[\d,.]{0,15}|[*＊×○□]{1,6}|<<[^<>\r\n]{1,80}>>)/;
const mostFound = 40;
