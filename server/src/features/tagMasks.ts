/** Tags every untagged mask of a report with a proposed id. */
import { proposeTags, tagChanges } from '../analysis/tagging';
import { tagMasksRequest, type DocumentEdits, type DocumentParams } from '../protocol';
import { toTextEdit } from './convert';
import { defineFeature } from './feature';

export default defineFeature<DocumentParams, DocumentEdits>({
  method: tagMasksRequest,
  capability: {},
  onBug: 'error',
  empty: (snapshot) => ({ version: snapshot?.version ?? 0, edits: [] }),
  handle(snapshot) {
    const changes = tagChanges(proposeTags(snapshot.analysis));
    return { version: snapshot.version, edits: changes.map((change) => toTextEdit(snapshot, change)) };
  },
});
