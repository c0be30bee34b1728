/** Tests of going from blank to blank: from where the cursor is, and round the ends of the report. */
import { describe, expect, it } from 'vitest';
import { blankAfter, blankFrom, nextBlank, previousBlank } from '../../client/src/features/nearestBlank';
import type { WireBlank, WireRange } from '../../server/src/protocol';

/** One line in which every `[…]` is a blank (its inside is what filling replaces) and `|` marks the cursor or both ends of the selection. */
function parse(line: string): { readonly blanks: readonly WireBlank[]; readonly selection: WireRange } {
  const text = line.replaceAll('|', '');
  const cursors = [...line.matchAll(/\|/g)].map(({ index }, count) => index - count);
  const range = (start: number, end: number): WireRange => ({
    start: { line: 0, character: start },
    end: { line: 0, character: end },
  });
  const blanks = [...text.matchAll(/\[([^\]]*)\]/g)].map(({ index, 1: inside = '' }): WireBlank => ({
    kind: 'figure',
    text: inside,
    label: inside,
    range: range(index + 1, index + 1 + inside.length),
  }));
  return { blanks, selection: range(cursors[0] ?? 0, cursors.at(-1) ?? 0) };
}

function next(line: string): string | undefined {
  const { blanks, selection } = parse(line);
  return nextBlank(blanks, selection)?.label;
}

function previous(line: string): string | undefined {
  const { blanks, selection } = parse(line);
  return previousBlank(blanks, selection)?.label;
}

describe('the next blank', () => {
  it('is the first one after the cursor', () => expect(next('会议[甲]次，|议题[乙]个，办结[丙]件')).toBe('乙'));
  it('is the one right at the cursor', () => expect(next('会议[甲]次，议题[|乙]个')).toBe('乙'));
  it('is not the one that is selected', () => expect(next('会议[|甲|]次，议题[乙]个')).toBe('乙'));
  it('is not the empty one that the cursor is in', () => expect(next('会议[|]次，议题[乙]个')).toBe('乙'));
  it('is the first of the report after the last', () => expect(next('会议[甲]次，议题[|乙|]个')).toBe('甲'));
  it('is missing where there is no blank', () => expect(next('会议12次|')).toBeUndefined());
});

describe('the previous blank', () => {
  it('is the last one before the cursor', () => expect(previous('会议[甲]次，议题[乙]个，|办结[丙]件')).toBe('乙'));
  it('is the one that the cursor stands behind', () => expect(previous('会议[甲]次，议题[乙|]个')).toBe('乙'));
  it('is not the one that is selected', () => expect(previous('会议[甲]次，议题[|乙|]个')).toBe('甲'));
  it('is the last of the report before the first', () => expect(previous('会议[|甲|]次，议题[乙]个')).toBe('乙'));
  it('is missing where there is no blank', () => expect(previous('会议12次|')).toBeUndefined());
});

describe('A run from blank to blank', () => {
  const from = (line: string): string | undefined => {
    const { blanks, selection } = parse(line);
    return blankFrom(blanks, selection)?.label;
  };

  it('starts with the blank that the cursor is in or at the end of', () => {
    expect(from('Held [*|*] meetings in [***] towns')).toBe('**');
    expect(from('Held [|**|] meetings in [***] towns')).toBe('**');
    expect(from('Held [**] meet|ings in [***] towns')).toBe('***');
  });

  it('starts over behind the last', () => {
    expect(from('Held [**] meetings in [***] to|wns')).toBe('**');
    expect(from('Held a mee|ting')).toBeUndefined();
  });

  it('goes on behind a blank, whether that is filled or not', () => {
    const { blanks, selection } = parse('Held [|**] meetings in [***] towns');
    expect(blankAfter(blanks, selection)?.label).toBe('***');
    expect(blankAfter(blanks.slice(1), selection)?.label).toBe('***');
    expect(blankAfter(blanks.slice(0, 1), selection)?.label).toBe('**');
  });
});
