/** Semantic tokens of the lines that an editor shows. */
import type { Range, SemanticTokens } from 'vscode-languageserver-types';
import { defineFeature, type TextDocumentParams } from './feature';
import { dataBetween } from './semanticTokens/document';
import { currentTokens } from './semanticTokens/memory';

interface RangeParams extends TextDocumentParams {
  readonly range: Range;
}

export default defineFeature<RangeParams, SemanticTokens>({
  method: 'textDocument/semanticTokens/range',
  capability: {},
  onBug: 'empty',
  empty: () => ({ data: [] }),
  handle(snapshot, { range }) {
    return { data: dataBetween(currentTokens(snapshot), range.start.line, range.end.line) };
  },
});
