/** The scanner's time grows with the text, however hostile: four times the text takes about four times as long. */
import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { scanMasks } from '../../server/src/syntax/mask/scan';

const lexicon = createLexicon();
const pieces = [
  '*',
  '**a',
  '**次',
  '_',
  '__ ',
  '<<',
  '×',
  'X ',
  'X次，',
  '**次**',
  '“**人',
  '`',
  '[待',
  '20**',
  '**—',
  '|**',
];
const mixed = pieces.join('');

describe.each([...pieces, mixed])('%j repeated', (piece) => {
  it.each(['markdown', 'plain'] as const)('takes time that grows with the length in %s', (mode) => {
    const short = timeOf(piece.repeat(Math.ceil(50_000 / piece.length)), mode);
    const long = timeOf(piece.repeat(Math.ceil(200_000 / piece.length)), mode);
    // A quadratic scan would take sixteen times as long; the constant forgives what is too short to measure.
    expect(long).toBeLessThan(11 * short + 200);
  });
});

/** Milliseconds of processor time, so that a busy machine does not count; the lesser of two runs. */
function timeOf(text: string, mode: 'markdown' | 'plain'): number {
  const times = [0, 1].map(() => {
    const before = process.cpuUsage();
    scanMasks(text, { mode, lexicon });
    return process.cpuUsage(before).user / 1000;
  });
  return Math.min(...times);
}
