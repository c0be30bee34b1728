/** What holds for all rules: fixes end, nothing throws on half-typed text, and messages are sentences in two languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/registry';
import { applyFix, diagnose, readFiles } from '../check';
import { optionsOf, readPage } from './page';

const folder = new URL('../../server/src/rules/', import.meta.url);
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) =>
    readPage(readFileSync(new URL(name, folder), 'utf8')).examples.map((example) => ({
      name: `${name}:${example.line}`,
      text: readFiles(example.source).text,
      beside: readFiles(example.source),
      options: optionsOf(name.replace(/\.md$/, ''), example),
    })),
  );

describe.each([
  ['LF', '\n'],
  ['CR LF', '\r\n'],
])('with lines ending in %s', (_name, eol) => {
  it.each(examples)('the fixes in $name leave nothing that they could fix', ({ text, options, beside }) => {
    const start = text.replace(/\n/g, eol);
    const found = diagnose(start, options, beside).filter(({ fixes }) => fixes?.length);
    for (const id of new Set(found.map(({ code }) => code))) {
      let fixed = start;
      const of = { ...options, rules: [id] };
      let left = found.filter(({ code }) => code === id);
      for (let fix = left[0]?.fixes?.[0]; fix !== undefined; fix = left[0]?.fixes?.[0]) {
        fixed = applyFix(fixed, fix);
        const next = diagnose(fixed, of, beside).filter(({ fixes }) => fixes?.length);
        expect(next.length, `${id}: "${fix.title.en}" helps`).toBeLessThan(left.length);
        left = next;
      }
      expect(fixed.replaceAll(eol, '')).not.toMatch(/[\r\n]/);
    }
  });
});

it('every other fix of a finding helps too', () => {
  for (const { text, options, beside } of examples) {
    const before = diagnose(text, options, beside);
    for (const { code, fixes = [] } of before) {
      const count = before.filter((other) => other.code === code).length;
      for (const fix of fixes.slice(1)) {
        const left = diagnose(applyFix(text, fix), { ...options, rules: [code] }, beside);
        expect(left.length, fix.title.en).toBeLessThan(count);
      }
    }
  }
});

it('only repairs of tags leave the author nothing to choose', () => {
  const certain = examples.flatMap(({ text, options, beside }) =>
    diagnose(text, options, beside).filter(({ fixes }) => fixes?.some((fix) => fix.isCertain === true)),
  );
  expect([...new Set(certain.map(({ code }) => code))]).toEqual(['malformed-metric']);
});

it('findings lie in the text, in its order, at any moment of typing', () => {
  for (const { text, options, beside } of examples) {
    for (let end = text.length; end >= 0; end -= 11) {
      const half = text.slice(0, end);
      let last = 0;
      for (const { span } of diagnose(half, options, beside)) {
        expect(last).toBeLessThanOrEqual(span.start);
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(half.length);
        last = span.start;
      }
    }
  }
});

it('summaries are short sentences without a full stop, and ids are the names of files', () => {
  for (const { id, summary } of rules) {
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
    expect(readdirSync(folder)).toContain(`${id}.ts`);
    expect(summary.en).toMatch(/^[A-Z][^.!]+[^.!]$/);
    expect(summary.zh).toMatch(/\p{Script=Han}[^。！]*$/u);
    expect(summary.en.length).toBeLessThan(90);
  }
});
