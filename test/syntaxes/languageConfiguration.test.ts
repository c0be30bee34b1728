/** What the editor takes for a word in a report, and which pairs it closes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Configuration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly autoClosingPairs: readonly { readonly open: string; readonly close: string }[];
  readonly brackets: readonly (readonly [string, string])[];
}

const configuration = JSON.parse(
  readFileSync(new URL('../../language-configuration.json', import.meta.url), 'utf8'),
) as Configuration;

function words(text: string): string[] {
  const { pattern, flags } = configuration.wordPattern;
  return text.match(new RegExp(pattern, `g${flags}`)) ?? [];
}

describe('a word', () => {
  it('is a run of Han characters', () => expect(words('召开会议，研究议题')).toEqual(['召开会议', '研究议题']));
  it('ends where the script changes', () =>
    expect(words('召开QBR会议3次')).toEqual(['召开', 'QBR', '会议', '3', '次']));
  it('is a whole id', () => expect(words('<<party-topics.total:**>>')).toEqual(['party-topics.total']));
  it('is a whole number', () => expect(words('1,234.5万元')).toEqual(['1,234.5', '万元']));
  it('is not the stop after it', () => expect(words('Closed 12. Next')).toEqual(['Closed', '12', 'Next']));
  it('is never empty, which would hang the editor', () => expect(words('<<:>>，。**')).toEqual([]));
});

describe('pairs', () => {
  it('close a tag', () => expect(configuration.autoClosingPairs).toContainEqual({ open: '<<', close: '>>' }));
  it('close each bracket that they open', () => {
    const closing = new Map(configuration.brackets);
    const wrong = configuration.autoClosingPairs.filter(
      ({ open, close }) => closing.has(open) && closing.get(open) !== close,
    );
    expect(wrong).toEqual([]);
  });
});
