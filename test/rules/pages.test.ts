/** Runs the examples of every rule's page, and holds the pages to one form. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/registry';
import { checkDiagnostics, checkFix, diagnose, readFiles, type CheckOptions } from '../check';
import { optionsOf as pageOptions, readPage, type Example } from './page';

const folder = new URL('../../server/src/rules/', import.meta.url);
const pageOf = (id: string): ReturnType<typeof readPage> => readPage(readFileSync(new URL(`${id}.md`, folder), 'utf8'));
const headings = ['What it checks', 'Why it matters', 'How to fix', '检查什么', '为什么重要', '怎样改正', 'Examples'];

it('every rule has a page, and every page a rule', () => {
  const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
  expect(pages).toEqual(rules.map(({ id }) => `${id}.md`).sort());
});

describe.each(rules.map((rule) => ({ rule, id: rule.id, page: pageOf(rule.id) })))('$id', ({ rule, id, page }) => {
  const fires = ({ source }: Example): boolean => readFiles(source).marks.length > 0;
  const optionsOf = (example: Example): CheckOptions => ({ ...pageOptions(id, example), rules: [id] });
  const findings = page.examples.flatMap((example) => {
    const { text, ...beside } = readFiles(example.source);
    return diagnose(text, optionsOf(example), beside);
  });

  it('says what it checks, why, and how to fix it, in both languages', () => {
    expect(page.title).toBe(id);
    const named = [...page.parts].filter(([name]) => name !== '').map(([name]) => name);
    expect(named).toEqual(headings);
    for (const name of headings.slice(0, 3)) expect(page.parts.get(name)?.trim()).toMatch(/^[A-Z`"][^\n]+\.$/);
    for (const name of headings.slice(3, 6))
      expect(page.parts.get(name)?.trim()).toMatch(/^[^\n]*\p{Script=Han}[^\n]*。$/u);
  });

  it('has an example that fires, one that does not, and one fixed text if it offers fixes', () => {
    expect(page.examples.some(fires)).toBe(true);
    expect(page.examples.some((example) => !fires(example))).toBe(true);
    const offersFixes = findings.some(({ fixes }) => (fixes ?? []).length > 0);
    expect(page.examples.some(({ fix }) => fix !== undefined)).toBe(offersFixes);
  });

  it.each(page.examples)('behaves as in the example at line $line', (example) => {
    checkDiagnostics(example.source, optionsOf(example));
    if (example.fix !== undefined) checkFix(example.source, example.fix.title, example.fix.fixed, optionsOf(example));
  });

  it('speaks two languages', () => {
    const titles = findings.flatMap(({ fixes }) => (fixes ?? []).map((fix) => fix.title));
    for (const { en, zh } of [rule.summary, ...findings.map(({ message }) => message), ...titles]) {
      expect(en.trim()).not.toBe('');
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(zh).not.toBe(en);
      expect(en + zh).not.toMatch(/[!！]|undefined/);
    }
  });
});
