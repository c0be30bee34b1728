/** Semantic tokens of a whole report: what is a figure, a blank, a unit, a heading. */
import type { SemanticTokens } from 'vscode-languageserver-types';
import { defineFeature, type TextDocumentParams } from './feature';
import { allData } from './semanticTokens/document';
import { tokenModifiers, tokenTypes } from './semanticTokens/legend';
import { fullMethod, newAnswer } from './semanticTokens/memory';

export default defineFeature<TextDocumentParams, SemanticTokens>({
  method: fullMethod,
  capability: {
    semanticTokensProvider: { legend: { tokenTypes, tokenModifiers }, full: { delta: true }, range: true },
  },
  onBug: 'empty',
  empty: () => ({ data: [] }),
  handle(snapshot) {
    const { resultId, tokens } = newAnswer(snapshot);
    return { resultId, data: allData(tokens) };
  },
});
