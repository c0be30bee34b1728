/** The annotated corpora: every mask is found with its kind, and no genuine emphasis is taken for one. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import { nodesOf } from '../syntax/nodes';

const lexicon = createLexicon();

describe.each(['masks.zh.md', 'masks.en.md'])('%s', (file) => {
  const { text, masks } = unmarked(readFileSync(new URL(file, import.meta.url), 'utf8'));

  it('finds every annotated mask with its kind, and nothing else', () => {
    expect(found(text)).toEqual(masks);
  });

  it('finds the same masks in each line alone', () => {
    for (const line of readFileSync(new URL(file, import.meta.url), 'utf8').split('\n')) {
      const alone = unmarked(line);
      expect({ line, masks: found(alone.text) }).toEqual({ line, masks: alone.masks });
    }
  });
});

describe.each(['emphasis.zh.md', 'emphasis.en.md'])('%s', (file) => {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');

  it('has no mask', () => {
    expect(found(text)).toEqual([]);
  });

  it('has no mask in any of its lines alone', () => {
    for (const line of text.split('\n')) expect({ line, masks: found(line) }).toEqual({ line, masks: [] });
  });

  it('keeps its emphasis', () => {
    const emphases = nodesOf(parse(text, { mode: 'markdown', lexicon })).filter(
      ({ node }) => node.type === 'strong' || node.type === 'emphasis',
    );
    expect(emphases.length).toBeGreaterThanOrEqual(file === 'emphasis.zh.md' ? 60 : 40);
  });
});

/** `⟦kind:text⟧` marks a mask; the marks are taken out. */
function unmarked(source: string): { text: string; masks: string[] } {
  const masks: string[] = [];
  let removed = 0;
  const text = source.replace(/⟦(figure|date|name):([^⟧]*)⟧/g, (whole, kind: string, mask: string, offset: number) => {
    masks.push(`${kind} ${mask} @${offset - removed}`);
    removed += whole.length - mask.length;
    return mask;
  });
  return { text, masks };
}

function found(text: string): string[] {
  return nodesOf(parse(text, { mode: 'markdown', lexicon })).flatMap(({ node, start }) =>
    node.type === 'mask' ? [`${node.kind} ${node.value} @${start}`] : [],
  );
}
