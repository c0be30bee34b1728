/** Enter goes on with a list or a series, and the last sign of a tag puts the tag into its usual form. */
import type { Position, TextEdit } from 'vscode-languageserver-types';
import { tagFormChanges } from '../analysis/formatting/tags';
import type { TextChange } from '../base/problem';
import { shift } from '../base/span';
import { ignoreAt } from '../report/ignores';
import { blocksAt, lineAt } from '../workspace/at';
import type { Snapshot } from '../workspace/snapshot';
import { toOffset, toTextEdit } from './convert';
import { defineFeature, type TextDocumentParams } from './feature';
import { lineBeside } from './onTypeFormatting/lines';
import { listChanges } from './onTypeFormatting/lists';
import { seriesChanges } from './onTypeFormatting/series';

interface OnTypeParams extends TextDocumentParams {
  /** Behind what was typed. */
  readonly position: Position;
  readonly ch?: string;
}

const closings: readonly string[] = ['>', '》', '＞'];

export default defineFeature<OnTypeParams, TextEdit[]>({
  method: 'textDocument/onTypeFormatting',
  capability: { documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n', moreTriggerCharacter: closings } },
  onBug: 'empty',
  empty: () => [],
  handle(snapshot, { position, ch = '\n' }) {
    const offset = toOffset(snapshot, position);
    const changes = ch === '\n' ? afterEnter(snapshot, offset) : afterClosing(snapshot, offset);
    return changes.map((change) => toTextEdit(snapshot, change));
  },
});

function afterEnter({ parse }: Snapshot, offset: number): readonly TextChange[] {
  const line = lineAt(parse, offset);
  const before = lineBeside(parse, line, -1);
  // With words before the cursor it is not a new line.
  if (before === undefined || line.text.slice(0, offset - line.start).trim() !== '') return [];
  return listChanges(parse, before, line) ?? seriesChanges(parse, before, line);
}

const tagRule = 'malformed-metric';

function afterClosing({ parse, severities }: Snapshot, offset: number): readonly TextChange[] {
  if (severities.get(tagRule) === 'off') return [];
  for (const { block, facts, start } of blocksAt(parse, { start: offset, end: offset })) {
    const tag = facts.tags.find(({ span }) => span.end + start === offset);
    if (tag === undefined || ignoreAt(block, tagRule, tag.span.start) !== undefined) continue;
    return tagFormChanges(block.text, tag).map((change) => ({ ...change, span: shift(change.span, start) }));
  }
  return [];
}
