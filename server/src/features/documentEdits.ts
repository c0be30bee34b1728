/** Requests that change a report as a whole: the edits hold for one version, and the client applies them in one step. */
import type { TextChange } from '../base/problem';
import type { DocumentEdits, DocumentParams } from '../protocol';
import type { Snapshot } from '../workspace/snapshot';
import { toTextEdit } from './convert';
import { defineFeature, type DocumentFeature } from './feature';

/** `changesOf` gives the changes in order. */
export function defineEdits(
  method: string,
  changesOf: (snapshot: Snapshot) => readonly TextChange[],
): DocumentFeature<DocumentParams, DocumentEdits> {
  return defineFeature<DocumentParams, DocumentEdits>({
    method,
    capability: {},
    onBug: 'error',
    empty: (snapshot) => ({ version: snapshot?.version ?? 0, edits: [] }),
    handle: (snapshot) => ({
      version: snapshot.version,
      edits: changesOf(snapshot).map((change) => toTextEdit(snapshot, change)),
    }),
  });
}
