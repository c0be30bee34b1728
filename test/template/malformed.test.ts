/**
 * Templates as people write them by mistake, each a file of `malformed/`. What is said first of each, and the text at which it is said,
 * stand in `expected.txt`: `name → message @ text`, with line endings and other signs escaped as in JSON.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadTemplate } from '../../server/src/template/load';
import { createLibrary } from '../../server/src/workspace/library';

const folder = new URL('malformed/', import.meta.url);
const list = 'expected.txt';
const uri = 'file:///templates/library.template.yaml';
const names = readdirSync(folder).filter((name) => name !== list);

/** As the host gives it, a byte order mark and signs that are no UTF-8 included. */
const read = (name: string): string => new TextDecoder().decode(readFileSync(new URL(name, folder)));
const escaped = (text: string): string => JSON.stringify(text).slice(1, -1);
const expected = new Map(
  read(list)
    .trimEnd()
    .split('\n')
    .map((line) => [line.slice(0, line.indexOf(' → ')), line.slice(line.indexOf(' → ') + 3)]),
);

it('every file is listed, and there are many', () => {
  expect([...expected.keys()].sort()).toEqual(names.map((name) => name.replace('.txt', '')).sort());
  expect(names.length).toBeGreaterThan(150);
});

describe.each(names)('%s', (name) => {
  const text = read(name);
  // As a file of the workspace, which may extend shipped templates.
  const problems = createLibrary(new Map([[uri, text]])).problems(uri) ?? [];

  it('is told of by what is wrong, where it is wrong', () => {
    const [first] = problems;
    const told = first && `${first.message.en} @ ${escaped(text.slice(first.span.start, first.span.end))}`;
    expect(told).toBe(expected.get(name.replace('.txt', '')));
  });

  it('is told of in Chinese too, and nowhere outside the text', () => {
    for (const { code, message, span } of problems) {
      expect(code).toBe('invalid-template');
      expect(message.zh).toMatch(/\p{Script=Han}.*。$/u);
      expect(message.en).toMatch(/\.$/);
      expect(span.start <= span.end && span.end <= text.length).toBe(true);
    }
  });

  it('is read at once, whatever follows it', () => {
    const start = performance.now();
    loadTemplate(text);
    loadTemplate(text.repeat(Math.ceil(20_000 / (text.length + 1))));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

it.each([
  'id：',
  'title: 甲: ',
  '｛',
  '{ id: a，',
  '\u3000',
  '—',
  'match: [',
  '\r',
  ' \n',
  '(a|b',
  '[(',
  '- ',
  'id:x\n',
])('a file of nothing but %j is read in time that grows with its length', (piece) => {
  const time = (length: number): number => {
    const start = performance.now();
    loadTemplate(piece.repeat(length));
    loadTemplate(`id: a\nmatch: '${piece.repeat(length)}'\n`);
    return performance.now() - start;
  };
  time(100);
  expect(time(8000)).toBeLessThan(12 * time(2000) + 300);
});
