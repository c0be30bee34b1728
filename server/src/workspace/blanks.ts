/** The blanks of a text that is to be inserted into a report. */
import { buildReport } from '../report/build';
import type { Blank } from '../report/types';
import { parse } from '../syntax/parse';
import type { Snapshot } from './snapshot';

/** In order; `text` is read as a part of the report would be. */
export function blanksIn(text: string, { parse: { mode, lexicon } }: Snapshot): readonly Blank[] {
  return buildReport(parse(text, { mode, lexicon })).blanks;
}
