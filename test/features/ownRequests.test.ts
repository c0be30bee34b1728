/** The requests of our own: blanks, sections, tagging, new reports and the preview. */
import { describe, expect, it } from 'vitest';
import blanks, { clauseAround } from '../../server/src/features/blanks';
import { InvalidRequest } from '../../server/src/features/feature';
import newReport from '../../server/src/features/newReport';
import preview from '../../server/src/features/preview';
import sections from '../../server/src/features/sections';
import tagMasks from '../../server/src/features/tagMasks';
import templates from '../../server/src/features/templates';
import { applyEdits, ask, open, textAt } from './harness';

const statusReport = (body: string): string =>
  `---\nreport: project-status\n---\n\n# Website status report\n\n${body}\n`;

describe('blanks', () => {
  const question = {
    text: statusReport('## Risks\n\nThere are <<open-risks:**>> risks.\n\n全年召开会议**次，形成制度5项。'),
  };

  it('are given in order with what filling replaces', () => {
    const result = ask(blanks, question);
    expect(result.blanks.map(({ range }) => textAt(question, range))).toEqual(['**', '**']);
    expect(result.blanks.map(({ metric }) => metric)).toEqual(['open-risks', undefined]);
    expect(result).toMatchObject({ version: 7, isReport: true, metrics: { total: 1, filled: 0 } });
  });

  it('are labelled by the words around them and placed in their section', () => {
    expect(ask(blanks, question).blanks[1]).toMatchObject({ label: '全年召开会议**次', section: 'Risks' });
  });

  it('of another Markdown file are none', () => {
    const notes = { text: '会议**次', uri: 'file:///notes.md' };
    expect(ask(blanks, notes)).toEqual({ version: 7, isReport: false, blanks: [], metrics: { total: 0, filled: 0 } });
  });

  it('are labelled up to the punctuation on either side', () => {
    const text = 'In May we met ** times, which is rare.';
    expect(clauseAround(text, { start: 14, end: 16 })).toBe('In May we met ** times');
  });
});

describe('sections', () => {
  const question = { text: statusReport('## Executive summary\n\nAll is well.') };

  it('say what is there, what is not, and how to insert it', () => {
    const result = ask(sections, question);
    expect(result.template).toBe('Project status report');
    const summary = result.sections.find(({ id }) => id === 'summary');
    const risks = result.sections.find(({ id }) => id === 'risks');
    expect(summary).toMatchObject({ isPresent: true });
    expect(summary?.insert).toBeUndefined();
    expect(risks).toMatchObject({ isPresent: false, isRequired: true, title: 'Risks and issues' });
    expect(risks?.insert && applyEdits(question, [risks.insert])).toContain('\n## Risks and issues\n');
  });

  it('leave nothing missing once every one of them is inserted', () => {
    let text = question.text;
    for (let round = 0; round < 20; round++) {
      const insert = ask(sections, { text }).sections.find((section) => section.insert !== undefined)?.insert;
      if (insert === undefined) break;
      text = applyEdits({ text }, [insert]);
    }
    expect(open({ text }).snapshot.diagnoses.map(({ code }) => code)).not.toContain('missing-section');
    expect(ask(sections, { text }).sections.every(({ isPresent }) => isPresent)).toBe(true);
  });

  it('are none without a template', () => {
    const result = ask(sections, { text: '# Shopping list\n' });
    expect(result).toEqual({ version: 7, sections: [] });
  });
});

it('tagging names every mask once and leaves the rest as it is', () => {
  const question = { text: '# 会议\n\n召开会议**次。\n\n这是**重点**工作。\n\n形成制度***项。\n' };
  const text = applyEdits(question, ask(tagMasks, question).edits);
  const ids = [...text.matchAll(/<<([^:>]+):\*+>>/g)].map((match) => match[1]);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
  expect(text.replace(/<<[^:>]+:(\*+)>>/g, '$1')).toBe(question.text);
});

describe('new reports', () => {
  const { ctx } = open({ text: '' });

  it('can be made of every template that is offered, and hold every section', async () => {
    const choices = await templates.handle(undefined, ctx);
    expect(choices).not.toEqual([]);
    for (const choice of choices) {
      const params = { template: choice.id, title: '2024年工作总结', period: '2024' };
      const { text } = await newReport.handle(params, ctx);
      const codes = open({ text }).snapshot.diagnoses.map(({ code }) => code);
      expect(codes.filter((code) => /section|template|front-matter|malformed/.test(code))).toEqual([]);
    }
  });

  it('name the template that is not there', () => {
    expect(() => newReport.handle({ template: 'diary', title: '', period: '' }, ctx)).toThrow(InvalidRequest);
    expect(() => newReport.handle({ template: 'diary', title: '', period: '' }, ctx)).toThrow(
      /"diary".*project-status/,
    );
  });
});

it('the preview has the title, the blanks and the version', () => {
  const result = ask(preview, { text: statusReport('There are <<open-risks:**>> risks.') });
  expect(result).toMatchObject({ version: 7, title: 'Website status report', blanks: 1 });
  expect(result.html).toContain('<mark class="blank"');
});
