/** What has changed in the semantic tokens of a report since an earlier answer. */
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-types';
import { defineFeature, type TextDocumentParams } from './feature';
import { allData, difference } from './semanticTokens/document';
import { earlierAnswer, newAnswer } from './semanticTokens/memory';

interface DeltaParams extends TextDocumentParams {
  readonly previousResultId: string;
}

export default defineFeature<DeltaParams, SemanticTokens | SemanticTokensDelta>({
  method: 'textDocument/semanticTokens/full/delta',
  capability: {},
  onBug: 'empty',
  empty: () => ({ data: [] }),
  handle(snapshot, { previousResultId }) {
    const earlier = earlierAnswer(snapshot, previousResultId);
    const { resultId, tokens } = newAnswer(snapshot);
    if (earlier === undefined) return { resultId, data: allData(tokens) };
    const edit = difference(earlier.tokens, tokens);
    return { resultId, edits: edit === undefined ? [] : [{ ...edit, data: [...edit.data] }] };
  },
});
