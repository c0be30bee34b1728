/** The sections that the template of a report asks for, and how each missing one is inserted. */
import { insertionOf } from '../analysis/insertion';
import type { OutlineEntry } from '../analysis/types';
import { sectionsRequest, type DocumentParams, type SectionsResult, type WireSection } from '../protocol';
import type { Snapshot } from '../workspace/snapshot';
import { toTextEdit } from './convert';
import { defineFeature, type FeatureContext } from './feature';

export default defineFeature<DocumentParams, SectionsResult>({
  method: sectionsRequest,
  capability: {},
  onBug: 'error',
  empty: (snapshot) => ({ version: snapshot?.version ?? 0, sections: [] }),
  handle(snapshot, _params, ctx) {
    const { template, outline } = snapshot.analysis;
    return {
      version: snapshot.version,
      ...(template === undefined ? {} : { template: ctx.say(template.title) }),
      sections: outline.map((entry) => toWireSection(snapshot, entry, ctx)),
    };
  },
});

function toWireSection(snapshot: Snapshot, entry: OutlineEntry, ctx: FeatureContext): WireSection {
  const { id, title, required, guidance } = entry.requirement;
  const isPresent = entry.placement.kind !== 'missing';
  return {
    id: entry.parent === undefined ? id : `${entry.parent.title}/${id}`,
    title,
    isRequired: required,
    isPresent,
    ...(guidance === undefined ? {} : { guidance: ctx.say(guidance) }),
    ...(isPresent ? {} : { insert: insertion(snapshot, entry) }),
  };
}

function insertion(snapshot: Snapshot, entry: OutlineEntry): WireSection['insert'] {
  const { offset, text } = insertionOf(snapshot.analysis, entry);
  return toTextEdit(snapshot, { span: { start: offset, end: offset }, newText: text });
}
