/** All blanks of a report, for the status bar and for going from one to the next. */
import { slice, type Span } from '../base/span';
import { blanksRequest, type BlanksResult, type DocumentParams, type WireBlank } from '../protocol';
import { blankKindNames, type Blank } from '../report/types';
import type { Snapshot } from '../workspace/snapshot';
import { toRange } from './convert';
import { defineFeature, type FeatureContext } from './feature';

export default defineFeature<DocumentParams, BlanksResult>({
  method: blanksRequest,
  capability: {},
  onBug: 'empty',
  empty: (snapshot) => ({
    version: snapshot?.version ?? 0,
    isReport: false,
    blanks: [],
    metrics: { total: 0, filled: 0 },
  }),
  handle(snapshot, _params, ctx) {
    const { metrics, filled } = snapshot.analysis.totals;
    return {
      version: snapshot.version,
      isReport: true,
      blanks: snapshot.report.blanks.map((blank) => toWireBlank(snapshot, blank, ctx)),
      metrics: { total: metrics, filled },
    };
  },
});

function toWireBlank(snapshot: Snapshot, blank: Blank, ctx: FeatureContext): WireBlank {
  const { report } = snapshot;
  const section = blank.section === undefined ? undefined : report.sections[blank.section];
  return {
    kind: blank.kind,
    text: blank.text,
    range: toRange(snapshot, blank.span),
    label: labelOf(snapshot, blank, ctx),
    ...(blank.metric === undefined ? {} : { metric: blank.metric }),
    ...(section === undefined ? {} : { section: section.title }),
  };
}

function labelOf(snapshot: Snapshot, blank: Blank, ctx: FeatureContext): string {
  const definition = blank.metric === undefined ? undefined : snapshot.analysis.bindings.get(blank.metric)?.definition;
  if (definition !== undefined) return ctx.say(definition.label);
  const clause = clauseAround(snapshot.text, blank.span);
  return clause === '' ? (blank.metric ?? ctx.say(blankKindNames[blank.kind])) : clause;
}

/** How much of the text on either side may belong to the label. */
const reach = 24;

/** The words around a blank up to the nearest punctuation or line end on either side. */
export function clauseAround(text: string, span: Span): string {
  const before = text.slice(Math.max(0, span.start - reach), span.start);
  const after = text.slice(span.end, span.end + reach);
  const start = span.start - (/[^，。；：、！？,;!?\r\n|]*$/.exec(before)?.[0].length ?? 0);
  const end = span.end + (/^(?:(?!\.\s)[^，。；：、！？,;!?\r\n|])*/.exec(after)?.[0].length ?? 0);
  return slice(text, { start, end }).trim();
}
