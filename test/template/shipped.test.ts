/** The templates that come with Tallymark hold to their own rules. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../server/src/template/load';
import { shippedTemplates } from '../../server/src/template/shipped';
import { shippedFiles } from '../../server/src/template/shipped/registry';
import type { SectionTemplate, Template } from '../../server/src/template/types';

const han = /[\u4e00-\u9fff]/;

test('there is one for every file, in the order of their ids', () => {
  const files = readdirSync(new URL('../../server/src/template/shipped/', import.meta.url));
  const names = files.filter((name) => name.endsWith('.template.yaml'));
  expect(shippedTemplates.map(({ id }) => `${id}.template.yaml`)).toEqual(names.sort());
  expect(new Set(shippedTemplates.map(({ title }) => title.zh)).size).toBe(names.length);
});

test('none has a fault', () => {
  expect(shippedFiles.flatMap(({ text }) => loadTemplate(text).problems)).toEqual([]);
});

describe.each(shippedTemplates.map((entry) => [entry.id, entry.load()] as const))('%s', (_, template) => {
  test('recognises its own title', () => {
    expect(template.match?.test(template.title[template.language])).toBe(true);
  });

  test('speaks both languages', () => {
    const sections = allSections(template);
    const messages = [
      template.title,
      ...sections.flatMap(({ guidance, items }) => [guidance, ...items.map(({ title }) => title)]),
      ...template.metrics.flatMap(({ label, floor, question }) => [label, floor?.basis, question]),
      ...template.relations.map(({ message }) => message),
      ...template.forbidden.map(({ message }) => message),
    ].filter((message) => message !== undefined);
    expect(messages.filter(({ en }) => han.test(en))).toEqual([]);
    expect(messages.filter(({ zh }) => !han.test(zh))).toEqual([]);
    expect(template.sections.filter(({ guidance }) => guidance === undefined)).toEqual([]);
  });

  test('a section inserted from it meets that section and no other', () => {
    const shown = template.sections.map((section) => {
      const { where } = section;
      const [inserted, places] =
        where === 'lead' || where === 'closing' ? [section.body, [where, 'any']] : [section.title, ['heading', 'any']];
      const met = template.sections.filter((each) => places.includes(each.where) && each.match.test(inserted));
      return [section.id, met.map(({ id }) => id)];
    });
    expect(shown).toEqual(template.sections.map(({ id }) => [id, [id]]));
  });

  test('a body says what its section must say, and holds the metrics that belong there', () => {
    const lacking = allSections(template).flatMap((section) => {
      const text = allSections(section).map(({ body }) => body);
      const paragraphs = [section.body, ...text].flatMap((body) => body.split(/\n+/));
      const items = section.items.filter(({ match }) => !paragraphs.some((paragraph) => match.test(paragraph)));
      const metrics = section.metrics.filter((id) => !paragraphs.join('\n').includes(`<<${id}:`));
      return [...items.map(({ title }) => title.en), ...metrics].map((what) => `${section.id}: ${what}`);
    });
    expect(lacking).toEqual([]);
  });

  test('every section has a body, and every tag in it a metric, once in all bodies', () => {
    const ids = tagsOf(template).map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect([...ids].sort()).toEqual(template.metrics.map(({ id }) => id).sort());
    expect(allSections(template).filter(({ body, sections }) => body === '' && sections.length === 0)).toEqual([]);
  });

  test('a mask of stars is as long as its figure usually is', () => {
    const digits = new Map(template.metrics.map((metric) => [metric.id, metric.digits]));
    for (const { id, value } of tagsOf(template)) {
      if (/^\*/.test(value)) expect([id, value.replace(/\.\*$/, '').length]).toEqual([id, digits.get(id)]);
    }
  });

  test('a context recognises at most its own metric', () => {
    for (const { id, clause } of tagsOf(template)) {
      const hits = template.metrics.filter(({ match }) => match.some((each) => each.test(clause)));
      expect([id, ...hits.map((metric) => metric.id).filter((hit) => hit !== id)]).toEqual([id]);
      // In a table, and behind a label such as 联系人：, nothing that tells the metric stands in the clause.
      if (template.language === 'zh' && clause.trim() !== '') expect([id, hits.length]).toEqual([id, 1]);
    }
  });

  test('the unit of a metric follows its tag', () => {
    const units = new Map(template.metrics.map((metric) => [metric.id, metric.unit]));
    for (const { id, after, before } of tagsOf(template)) {
      const unit = units.get(id);
      if (unit === 'USD') expect([id, before.at(-1)]).toEqual([id, '$']);
      else if (unit !== undefined) expect([id, after.trimStart().startsWith(unit)]).toEqual([id, true]);
    }
  });
});

/** Its sections and their subsections. */
function allSections({ sections }: Pick<Template, 'sections'>): readonly SectionTemplate[] {
  return sections.flatMap((section) => [section, ...allSections(section)]);
}

function tagsOf(template: Template) {
  return allSections(template).flatMap(({ body }) =>
    [...body.matchAll(/<<([\w-]+):([^>]*)>>/g)].map((tag) => {
      const before = body.slice(0, tag.index);
      return {
        id: tag[1] ?? '',
        value: tag[2] ?? '',
        before,
        clause: before.split(/[，。；：、.;,|\n]/).at(-1) ?? '',
        after: body.slice(tag.index + tag[0].length),
      };
    }),
  );
}
