/** The templates that come with Tallymark hold to their own rules. */
import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../server/src/template/load';
import { shippedTemplates } from '../../server/src/template/shipped';
import { shippedFiles } from '../../server/src/template/shipped/registry';
import type { Template } from '../../server/src/template/types';

const han = /[\u4e00-\u9fff]/;

test('there are four', () => {
  expect(shippedTemplates.map(({ id }) => id)).toEqual([
    'annual-summary',
    'incident-postmortem',
    'party-governance-responsibility',
    'project-status',
  ]);
});

test('none has a fault', () => {
  expect(shippedFiles.flatMap(({ text }) => loadTemplate(text).problems)).toEqual([]);
});

describe.each(shippedTemplates.map((entry) => [entry.id, entry.load()] as const))('%s', (_, template) => {
  test('recognises its own title', () => {
    expect(template.match?.test(template.title[template.language])).toBe(true);
  });

  test('speaks both languages', () => {
    for (const { guidance } of template.sections) {
      expect(guidance?.zh).toMatch(han);
      expect(guidance?.en).not.toMatch(han);
    }
    for (const { label } of template.metrics) {
      expect(label.zh).toMatch(han);
      expect(label.en).not.toMatch(han);
    }
  });

  test('a section inserted from it meets that section and no other', () => {
    const shown = template.sections.map((section) => {
      const [inserted, places] =
        section.where === 'lead' ? [section.body, ['lead', 'any']] : [section.title, ['heading', 'any']];
      const met = template.sections.filter((each) => places.includes(each.where) && each.match.test(inserted));
      return [section.id, met.map(({ id }) => id)];
    });
    expect(shown).toEqual(template.sections.map(({ id }) => [id, [id]]));
  });

  test('every section has a body, and every tag in it a metric, once in all bodies', () => {
    const ids = tagsOf(template).map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect([...ids].sort()).toEqual(template.metrics.map(({ id }) => id).sort());
    expect(template.sections.filter(({ body }) => body === '')).toEqual([]);
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
      if (template.language === 'zh') expect([id, hits.length]).toEqual([id, 1]);
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

function tagsOf(template: Template) {
  return template.sections.flatMap(({ body }) =>
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
