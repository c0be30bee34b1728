/** Every call of the product that runs inside the process of the measurement: the parser, and a whole reading of a report. */
import { blockFacts } from '../../server/src/report/facts';
import { createReportService, defaultSettings, emptyHost } from '../../server/src/service';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse, reparse } from '../../server/src/syntax/parse';
import { treeOf } from '../../server/src/syntax/tree';
import type { Parse } from '../../server/src/syntax/types';

const lexicon = createLexicon();

export type Parsed = Parse;

/** Blocks, masks, and what each block holds: all that findings and outline are made of. */
export function parseText(text: string): Parsed {
  const parsed = parse(text, { mode: 'markdown', lexicon });
  for (const block of parsed.blocks) blockFacts(block);
  return parsed;
}

/** With the tree of every block, which the product makes only for the blocks that somebody looks at. */
export function parseTrees(text: string): Parsed {
  const parsed = parse(text, { mode: 'markdown', lexicon });
  for (const block of parsed.blocks) treeOf(block);
  return parsed;
}

/** What a keystroke costs the parser: the text of a span becomes `inserted`. */
export function parseEdit(previous: Parsed, start: number, end: number, inserted: string): Parsed {
  const next = reparse(previous, { span: { start, end }, newText: inserted });
  const { blocks } = next;
  const shared = blocks.shared(previous.blocks);
  for (let at = shared.start; at < blocks.length - shared.end; at++) {
    const block = blocks.at(at);
    if (block !== undefined) blockFacts(block);
  }
  return next;
}

/** Reads a report as `check` does and returns how many findings it has. */
export function countFindings(text: string): number {
  const service = createReportService({ host: emptyHost, settings: defaultSettings, log: () => undefined });
  return service.read('bench.report.md', text).diagnoses.length;
}
