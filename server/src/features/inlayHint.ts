/** Shown between the words of a report: units that are not written, values that are repeated, changes since last period. */
import type { InlayHint, Range } from 'vscode-languageserver-types';
import { dataValue } from '../analysis/filling';
import { givenBy } from '../analysis/standings';
import type { Message } from '../base/message';
import type { TagFact } from '../report/facts';
import type { MetricTemplate } from '../template/types';
import { blocksAt, type PlacedBlock } from '../workspace/at';
import type { Snapshot } from '../workspace/snapshot';
import { toSpan, toTextEdit } from './convert';
import { defineFeature, type FeatureContext, type TextDocumentParams } from './feature';
import { changeSince } from './inlayHint/change';

interface InlayHintParams extends TextDocumentParams {
  readonly range: Range;
}

export default defineFeature<InlayHintParams, InlayHint[]>({
  method: 'textDocument/inlayHint',
  capability: { inlayHintProvider: true },
  onBug: 'empty',
  empty: () => [],
  handle(snapshot, { range }, ctx) {
    if (!ctx.settingsFor(snapshot.uri).inlayHints) return [];
    const span = toSpan(snapshot, range);
    return blocksAt(snapshot.parse, span).flatMap((placed) =>
      placed.facts.tags
        .filter((tag) => tag.span.end + placed.start >= span.start && tag.span.start + placed.start <= span.end)
        .flatMap((tag) => hintsOf({ snapshot, tag, placed, ctx })),
    );
  },
});

interface Subject {
  readonly snapshot: Snapshot;
  readonly tag: TagFact;
  readonly placed: PlacedBlock;
  readonly ctx: FeatureContext;
}

function hintsOf(subject: Subject): InlayHint[] {
  if (subject.tag.state === 'malformed') return [];
  const value = repeatedValue(subject);
  const shown = value?.label ?? subject.tag.value ?? '';
  return [value?.hint, unitHint(subject, shown), changeHint(subject)].filter((hint) => hint !== undefined);
}

/** What a reference repeats. */
function repeatedValue(subject: Subject): { readonly label: string; readonly hint: InlayHint } | undefined {
  const { snapshot, tag, placed, ctx } = subject;
  if (tag.state !== 'reference') return undefined;
  const { standings, bound } = snapshot.known;
  const { values, definition } = standings.of(tag.id);
  const after = placed.block.text.slice(tag.span.end, tag.span.end + 2);
  const fromData = values.length > 0 ? undefined : dataValue(bound, definition, tag.id, after);
  const written = [...new Set(values.map((given) => given.written))].slice(0, mostValues);
  const label = fromData ?? written.join(' / ');
  if (label === '') return undefined;
  const tooltip = fromData === undefined ? givenElsewhere : givenByData;
  return { label, hint: { ...hintAt(subject, tag.idSpan.end, `:${label}`), tooltip: ctx.say(tooltip) } };
}

/** Of a conflict as many are shown as a line has room for. */
const mostValues = 3;

function unitHint(subject: Subject, shown: string): InlayHint | undefined {
  const { snapshot, tag, placed, ctx } = subject;
  const { definition } = snapshot.known.standings.of(tag.id);
  const unit = definition && measureOf(definition);
  const { text } = placed.block;
  const { start, end } = tag.span;
  if (unit === undefined || tag.unit !== undefined || shown.includes(unit) || /[%％]$/.test(shown)) return undefined;
  const isWritten = text.slice(end, end + unit.length + 1).trimStart();
  if (
    isWritten.startsWith(unit) ||
    /^[%％]/.test(isWritten) ||
    /[$€£¥￥] ?$/.test(text.slice(Math.max(0, start - 2), start))
  )
    return undefined;
  const label = /^[a-z]/i.test(unit) ? ` ${unit}` : unit;
  const at = placed.start + end;
  return {
    ...hintAt(subject, end, label),
    tooltip: ctx.say(unitOfTemplate),
    textEdits: [toTextEdit(snapshot, { span: { start: at, end: at }, newText: label })],
  };
}

function measureOf({ type, unit }: MetricTemplate): string | undefined {
  return type === 'date' || type === 'text' ? undefined : unit;
}

function changeHint(subject: Subject): InlayHint | undefined {
  const { snapshot, tag, placed, ctx } = subject;
  const { text } = placed.block;
  const now = givenBy(tag, text);
  const previous = now && snapshot.known.bound?.previousOf(tag.id);
  const { definition } = snapshot.known.standings.of(tag.id);
  const change = now && previous && changeSince(previous, now, definition);
  if (previous === undefined || change === undefined) return undefined;
  const after = text.slice(tag.span.end);
  const follower = now?.hasPercentAfter === true ? (/^ ?[%％]/.exec(after)?.[0] ?? '') : (now?.unit ?? '');
  const gap = after.startsWith(` ${follower}`) ? 1 : 0;
  const end = after.startsWith(follower, gap) ? tag.span.end + gap + follower.length : tag.span.end;
  return {
    ...hintAt(subject, end, ctx.say(change)),
    paddingLeft: true,
    paddingRight: true,
    tooltip: ctx.say(lastPeriod(`${previous.written}${previous.unit ?? ''}`)),
  };
}

function hintAt({ snapshot, placed }: Subject, offset: number, label: string): InlayHint {
  return { position: snapshot.lines.positionAt(placed.start + offset), label };
}

const givenElsewhere: Message = { en: 'Given elsewhere in this report', zh: '本报告其他位置已给出' };
const givenByData: Message = { en: 'From the data file', zh: '来自数据文件' };
const unitOfTemplate: Message = { en: "The template's unit; not written here", zh: '模板规定的单位，此处未写' };

function lastPeriod(value: string): Message {
  return { en: `Last period: ${value}`, zh: `上期：${value}` };
}
