/** Emphasis that an author adds to a masked draft stays emphasis, and every mask of the draft is still found. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import type { Mode } from '../../server/src/syntax/types';
import { createRandom, type Random } from '../markdown/random';
import { nodesOf } from '../syntax/nodes';

const lexicon = createLexicon();
const draft = readFileSync(new URL('../../examples/plain-draft.txt', import.meta.url), 'utf8');
const rounds = 150;

describe.each(['markdown', 'plain'] as const)('%s', (mode) => {
  it('words beside a mark of punctuation, put in bold at random', () => {
    const masks = masksOf(draft, mode).length;
    const random = createRandom(20_240_601);
    const wrong: string[] = [];
    for (let round = 0; round < rounds; round++) {
      const text = withBold(draft, 1 + random.below(4), random);
      if (masksOf(text, mode).length !== masks) wrong.push(text);
    }
    // A bold word that begins like a unit or the name of a body, in the middle of masks, can be read either way.
    expect(wrong.length).toBeLessThanOrEqual(rounds * 0.03);
  });
});

function masksOf(text: string, mode: Mode): readonly unknown[] {
  return nodesOf(parse(text, { mode, lexicon })).filter(({ node }) => node.type === 'mask');
}

/** Puts `**` around a few words of two to six characters that have no mask near and touch a mark of punctuation. */
function withBold(text: string, count: number, random: Random): string {
  let result = text;
  for (let added = 0, tries = 0; added < count && tries < 300; tries++) {
    const start = random.below(result.length - 10);
    const end = start + 2 + random.below(5);
    const around = result.slice(Math.max(0, start - 2), end + 2);
    const touches = /[，。；、：”“（）\n]/.test(result.charAt(start - 1) + result.charAt(end));
    if (!/^[\u4e00-\u9fff]+$/.test(result.slice(start, end)) || /[*＊×Xx○□_待某]/.test(around) || !touches) continue;
    result = `${result.slice(0, start)}**${result.slice(start, end)}**${result.slice(end)}`;
    added++;
  }
  return result;
}
