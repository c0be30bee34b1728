/** Every shipped template has a page with a report that conforms to it and one that does not. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedTemplates } from '../../server/src/template/shipped';
import { checkDiagnostics, readReport } from '../check';
import { readSingle } from '../fixture';
import { readPage } from '../rules/page';

const folder = new URL('examples/', import.meta.url);

it('every template has a page, and every page a template', () => {
  expect(readdirSync(folder).sort()).toEqual(shippedTemplates.map(({ id }) => `${id}.md`).sort());
});

describe.each(shippedTemplates)('$id', (template) => {
  const page = readPage(readFileSync(new URL(`${template.id}.md`, folder), 'utf8'));
  const [conforming = '', failing = ''] = page.examples.map(({ source }) => source);

  it('has a conforming report, filled in, and a failing one', () => {
    expect(page.title).toBe(template.id);
    expect(page.examples).toHaveLength(2);
    expect(readSingle(conforming).marks).toEqual([]);
    expect(readSingle(failing).marks.length).toBeGreaterThanOrEqual(3);
  });

  it('recognises both by their titles alone', () => {
    for (const source of [conforming, failing]) {
      const { text } = readSingle(source);
      const { templateChoice } = readReport(text);
      expect(text).not.toMatch(/^report:/m);
      expect(templateChoice).toMatchObject({ kind: 'title', template: { id: template.id } });
    }
  });

  it.each([
    ['conforming', conforming],
    ['failing', failing],
  ])('finds in the %s report what it should', (_, source) => {
    checkDiagnostics(source);
  });
});
