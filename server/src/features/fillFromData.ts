/** Writes the figures of the data files into the blanks of a report. */
import { fillChanges } from '../analysis/filling';
import { fillFromDataRequest, type DocumentEdits, type DocumentParams } from '../protocol';
import { toTextEdit } from './convert';
import { defineFeature } from './feature';

export default defineFeature<DocumentParams, DocumentEdits>({
  method: fillFromDataRequest,
  capability: {},
  onBug: 'error',
  empty: (snapshot) => ({ version: snapshot?.version ?? 0, edits: [] }),
  handle(snapshot) {
    const changes = fillChanges(snapshot.analysis);
    return { version: snapshot.version, edits: changes.map((change) => toTextEdit(snapshot, change)) };
  },
});
