/** Puts some lines of a report into their usual form. */
import type { Range, TextEdit } from 'vscode-languageserver-types';
import { formattingChanges } from '../analysis/formatting';
import { toOffset, toTextEdit } from './convert';
import { defineFeature } from './feature';
import { optionsOf, type FormattingParams } from './formatting/options';

interface RangeFormattingParams extends FormattingParams {
  readonly range: Range;
}

export default defineFeature<RangeFormattingParams, TextEdit[]>({
  method: 'textDocument/rangeFormatting',
  capability: { documentRangeFormattingProvider: true },
  onBug: 'error',
  empty: () => [],
  handle(snapshot, params) {
    const { parse } = snapshot;
    const { start, end } = params.range;
    // A selection of whole lines ends at the beginning of the line after them.
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    const lines = {
      start: toOffset(snapshot, { line: start.line, character: 0 }),
      end: toOffset(snapshot, { line: last, character: Number.MAX_SAFE_INTEGER }),
    };
    const options = optionsOf(snapshot, params);
    const changes = formattingChanges({ parse, analysis: () => snapshot.analysis }, options, lines);
    return changes.map((change) => toTextEdit(snapshot, change));
  },
});
