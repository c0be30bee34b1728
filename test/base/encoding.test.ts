/** Columns in UTF-8 and UTF-32 lead to the same places as columns in UTF-16. */
import { describe, expect, it } from 'vitest';
import { columnsIn, encodeLines, type PositionEncoding } from '../../server/src/base/encoding';
import { createLineIndex, type LineIndex } from '../../server/src/base/lineIndex';

const text = '会议**次\r\n📌a😀é\n\nplain\n𠮷末';
const linesIn = (encoding: PositionEncoding, of = text): LineIndex =>
  encodeLines(createLineIndex(of), encoding, (start, end) => of.slice(start, end));

describe('widths', () => {
  it.each([
    ['plain', 5, 5, 5],
    ['é', 2, 1, 1],
    ['会议', 6, 2, 2],
    ['📌', 4, 2, 1],
    ['𠮷末', 7, 3, 2],
    // What JSON carries in place of half a pair takes three bytes.
    ['\ud83d', 3, 1, 1],
    ['', 0, 0, 0],
  ])('%j takes %i bytes, %i units, %i characters', (sample, bytes, units, characters) => {
    expect(columnsIn(sample, 'utf-8')).toBe(bytes);
    expect(columnsIn(sample, 'utf-16')).toBe(units);
    expect(columnsIn(sample, 'utf-32')).toBe(characters);
  });

  it('of well-formed text in UTF-8 are what an encoder writes', () => {
    expect(columnsIn(text, 'utf-8')).toBe(new TextEncoder().encode(text).length);
  });
});

describe.each(['utf-8', 'utf-16', 'utf-32'] as const)('%s', (encoding) => {
  const lines = linesIn(encoding);

  it('finds every place again that lies between characters', () => {
    let offset = 0;
    for (const character of text) {
      // Between the two signs of a line ending there is no place.
      if (text.slice(offset - 1, offset + 1) !== '\r\n') {
        expect(lines.offsetAt(lines.positionAt(offset)), `at ${offset}`).toBe(offset);
      }
      offset += character.length;
    }
    expect(lines.offsetAt(lines.positionAt(text.length))).toBe(text.length);
    expect(lines.lineCount).toBe(5);
  });

  it('ends a column beyond its line at the end of the line, without the line ending', () => {
    expect(lines.offsetAt({ line: 0, character: 9999 })).toBe(5);
    expect(lines.offsetAt({ line: 1, character: 9999 })).toBe(13);
    expect(lines.offsetAt({ line: 2, character: 1 })).toBe(14);
    expect(lines.offsetAt({ line: 4, character: 9999 })).toBe(text.length);
  });

  it('moves lines outside the text to its ends', () => {
    expect(lines.offsetAt({ line: 99, character: 7 })).toBe(text.length);
    expect(lines.offsetAt({ line: -1, character: 7 })).toBe(0);
    expect(lines.positionAt(-5)).toEqual({ line: 0, character: 0 });
    expect(lines.positionAt(9999)).toEqual(lines.positionAt(text.length));
  });

  it('has one place in an empty text', () => {
    const empty = linesIn(encoding, '');
    expect(empty.positionAt(3)).toEqual({ line: 0, character: 0 });
    expect(empty.offsetAt({ line: 0, character: 3 })).toBe(0);
  });
});

it('places differ by the unit', () => {
  const at = text.indexOf('é');
  expect(linesIn('utf-8').positionAt(at)).toEqual({ line: 1, character: 9 });
  expect(linesIn('utf-16').positionAt(at)).toEqual({ line: 1, character: 5 });
  expect(linesIn('utf-32').positionAt(at)).toEqual({ line: 1, character: 3 });
});

it('a column inside a character is its start', () => {
  const start = text.indexOf('📌');
  for (const character of [1, 2, 3]) expect(linesIn('utf-8').offsetAt({ line: 1, character })).toBe(start);
  expect(linesIn('utf-8').offsetAt({ line: 1, character: 4 })).toBe(start + 2);
  expect(linesIn('utf-8').offsetAt({ line: 0, character: 2 })).toBe(0);
});
