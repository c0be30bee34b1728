/** Puts a whole report into its usual form. */
import type { TextEdit } from 'vscode-languageserver-types';
import { formattingChanges } from '../analysis/formatting';
import { toTextEdit } from './convert';
import { defineFeature } from './feature';
import { optionsOf, type FormattingParams } from './formatting/options';

export default defineFeature<FormattingParams, TextEdit[]>({
  method: 'textDocument/formatting',
  capability: { documentFormattingProvider: true },
  onBug: 'error',
  empty: () => [],
  handle(snapshot, params) {
    const { parse } = snapshot;
    const changes = formattingChanges({ parse, analysis: () => snapshot.analysis }, optionsOf(snapshot, params));
    return changes.map((change) => toTextEdit(snapshot, change));
  },
});
