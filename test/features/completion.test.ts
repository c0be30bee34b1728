/** Completion in tags and behind them: ids, values, references and units. */
import { describe, expect, it } from 'vitest';
import completion from '../../server/src/features/completion';
import { accept, desk, item, labelsOf } from './completions';
import { ask } from './harness';

const statusReport = (body: string): string =>
  `---\nreport: project-status\n---\n\n# Website status report\n\n${body}\n`;

const chinese = (body: string): string =>
  `---\nreport: party-governance-responsibility\n---\n\n# 责任报告\n\n${body}\n`;

const status = (head: string, body: string): string =>
  `---\nreport: project-status\n${head}\n---\n\n# Site status\n\n${body}\n`;

describe('ids after <<', () => {
  it('are asked for again where there are too many to send, and those that fit come first', () => {
    const many = Array.from({ length: 400 }, (_, n) => `做<<cake-${n}:${n}>>个。`).join('\n\n');
    const answer = ask(completion, { text: `${many}\n\n做<<e-39$0` });
    expect(answer).toMatchObject({ isIncomplete: true });
    const labels = labelsOf({ text: `${many}\n\n做<<e-39$0` });
    expect(labels).toHaveLength(200);
    expect(labels).toEqual(expect.arrayContaining(['cake-39', 'cake-390', 'cake-399']));
  });

  it('offers the metrics of the template with their unit', () => {
    const labels = labelsOf({ text: statusReport('We completed <<$0') });
    expect(labels).toContain('percent-complete');
    expect(labels).toContain('milestones-done');
  });

  it('writes the whole tag with a mask to fill in', () => {
    const question = { text: statusReport('We are <<perc$0') };
    expect(accept(question, 'percent-complete')).toContain('We are <<percent-complete:${1:**}>>');
  });

  it('writes the mask itself for a client without snippets', () => {
    const question = { text: statusReport('We are <<$0'), client: { snippets: false } };
    expect(accept(question, 'percent-complete')).toContain('We are <<percent-complete:**>>');
  });

  it('repeats a metric whose value is known, and shows the value', () => {
    const question = { text: statusReport('Closed <<issues-closed:42>> issues.\n\nAll <<$0 of them.') };
    expect(item(question, 'issues-closed').detail).toContain('= 42');
    expect(accept(question, 'issues-closed')).toContain('All <<issues-closed>> of them.');
  });

  it('offers ids that only the report uses', () => {
    expect(labelsOf({ text: statusReport('Baked <<cakes:12>> cakes.\n\n<<$0') })).toContain('cakes');
  });

  it('does not offer what is only just being typed', () => {
    expect(labelsOf({ text: statusReport('Baked <<cakes$0') })).not.toContain('cakes');
  });

  it('leaves the value and the end of a whole tag alone', () => {
    const question = { text: statusReport('Closed <<iss$0ues:42>> issues.') };
    expect(accept(question, 'issues-closed')).toContain('Closed <<issues-closed:42>> issues.');
  });

  it('makes use of an end that the editor has added', () => {
    const question = { text: statusReport('Closed <<$0>> issues.'), client: { snippets: false } };
    expect(accept(question, 'open-issues')).toMatch(/Closed <<open-issues:\*+>> issues\./);
  });

  it('answers to the brackets of a Chinese input method and puts them right', () => {
    const question = { text: statusReport('完成《《$0》》。'), client: { snippets: false } };
    expect(accept(question, 'percent-complete')).toContain('完成<<percent-complete:**>>。');
    expect(item(question, 'percent-complete').filterText).toMatch(/^《《percent-complete/);
  });

  it('finds a metric by any word of its label', () => {
    const { filterText } = item({ text: chinese('召开<<会$0') }, 'party-group-meetings');
    // The opener is the first sign that an editor compares, so that 会 may stand anywhere behind it.
    expect(filterText).toMatch(/^<<party-group-meetings .*会议/);
  });

  it('puts first what the section wants and the words before it fit', () => {
    const text = chinese('## 一、压实管党治党责任\n\n全年召开党组会议<<$0');
    expect(labelsOf({ text })[0]).toBe('party-group-meetings');
    expect(item({ text }, 'party-group-meetings').preselect).toBe(true);
    expect(labelsOf({ text: text.replace('召开党组会议', '') }).slice(0, 12)).toContain('topics');
    expect(labelsOf({ text: text.replace('压实管党治党责任', '作风建设') }).slice(0, 2)).toEqual([
      'style-checks',
      'style-problems',
    ]);
  });

  it('puts those that are used already behind the others', () => {
    const text = chinese('## 一、作风建设\n\n开展作风专项检查<<style-checks:3>>次，另<<$0');
    const labels = labelsOf({ text });
    expect(labels[0]).toBe('style-problems');
    expect(labels.at(-1)).toBe('style-checks');
  });

  it("writes the figure of the data, and shows but never writes last period's", async () => {
    const { item: at } = await desk({
      'june.report.md': status('data: june.yaml\nprevious: may.report.md', 'Closed <<$0'),
      'june.yaml': 'issues-closed: 57\n',
      'may.report.md': status('period: 2024-05', 'There are <<open-issues:8>> open issues.'),
    });
    expect((await at('june.report.md', 'issues-closed')).textEdit?.newText).toBe('<<issues-closed:${1:57}>>');
    const open = await at('june.report.md', 'open-issues');
    expect(open.detail).toContain('last period: 8');
    expect(open.textEdit?.newText).toMatch(/^<<open-issues:\$\{1:\*+\}>>$/);
  });

  it('offers last what only other reports of the same template use', async () => {
    const { labels } = await desk({
      'june.report.md': status('period: 2024-06', 'Baked <<$0'),
      'may.report.md': status('period: 2024-05', 'Baked <<cakes:12>> cakes.'),
      'notes.report.md': '---\nreport: esg\n---\n\nBaked <<loaves:12>> loaves.\n',
    });
    const offered = await labels('june.report.md');
    expect(offered.at(-1)).toBe('cakes');
    expect(offered).not.toContain('loaves');
  });

  it('says more of a metric when it is looked at', async () => {
    const files = {
      'june.report.md':
        '---\nreport: own\ndata: june.yaml\nprevious: may.report.md\n---\n\n召开会议<<meetings:12>>次。<<$0',
      'june.yaml': 'meetings: 13\n',
      'may.report.md': '---\nreport: own\n---\n\n召开会议<<meetings:9>>次。\n',
      'own.template.yaml':
        'id: own\ntitle: { zh: 月报, en: Monthly }\nlanguage: zh\nsections:\n  - { id: a, title: 会议, match: 会议 }\n' +
        'metrics:\n  - { id: meetings, label: { zh: 会议, en: Meetings }, type: integer, unit: 次, owner: 办公室, question: { zh: 开了几次会？, en: How many meetings? } }\n',
    };
    const { resolved } = await desk(files, 'zh');
    const about = await resolved('june.report.md', 'meetings');
    for (const part of [
      '会议',
      '整数，单位：次',
      '责任部门：办公室',
      '开了几次会？',
      '本报告中：12',
      '13',
      '上期：9次',
    ]) {
      expect(about).toContain(part);
    }
    expect(await resolved('june.report.md', 'meetings')).toBe(about);
  });

  it('offers nothing in code and HTML', () => {
    for (const text of ['`<<$0`', '```\n<<$0\n```', '```\n<<$0', '    <<$0', '<!-- <<$0 -->']) {
      expect(labelsOf({ text: statusReport(`Text.\n\n${text}`) }), text).toEqual([]);
    }
    expect(labelsOf({ text: statusReport('`code` <<$0') })).not.toEqual([]);
  });

  it('offers nothing after a single <', () => {
    expect(labelsOf({ text: statusReport('We are <$0') })).toEqual([]);
  });
});

describe('values after the colon', () => {
  const text = statusReport('Closed <<issues-closed:42>> issues.\n\nAgain <<issues-closed:$0>>.');

  it('offers the value given elsewhere and says where', () => {
    expect(item({ text }, '42').detail).toBe('given in line 7');
    expect(accept({ text }, '42')).toContain('Again <<issues-closed:42>>.');
  });

  it('says so in Chinese', () => {
    expect(item({ text, settings: { language: 'zh' } }, '42').detail).toBe('第 7 行已填');
  });

  it('offers blanks alone for a metric without a value', () => {
    expect(labelsOf({ text: statusReport('Again <<issues-closed:$0>>.') })).toEqual(['**', 'TBD']);
  });

  it('offers a blank as wide as the template says', () => {
    expect(labelsOf({ text: chinese('研究议题<<topics:$0>>个。') })).toEqual(['***', '待填']);
    expect(accept({ text: chinese('研究议题<<topics:$0>>个。') }, '***')).toContain('研究议题<<topics:${1:***}>>个。');
  });

  it('offers what the data and last period say, each with where it is from', async () => {
    const { items } = await desk({
      'june.report.md': status('data: june.yaml\nprevious: may.report.md', 'Closed <<issues-closed:$0>> issues.'),
      'june.yaml': 'issues-closed: 57\n',
      'may.report.md': status('period: 2024-05', 'Closed <<issues-closed:42>> issues.'),
    });
    const offered = (await items('june.report.md')).map(({ label, detail }) => `${label}: ${detail ?? ''}`);
    expect(offered).toEqual(['57: data: june.yaml', '42: last period', '**: blank of the usual width', 'TBD: blank']);
  });

  it('puts the tag of a Chinese input method right as a whole', () => {
    const question = { text: chinese('研究议题<<topics:36>>个，其中《《topics：3$0》》个。') };
    expect(item(question, '36').filterText).toBe('《《topics：36');
    expect(accept(question, '36')).toContain('其中<<topics:36>>个。');
  });

  it('lets the editor find a value by full-width digits', () => {
    expect(item({ text: chinese('议题<<topics:36>>个，<<topics:３$0>>个。') }, '36').filterText).toBe('３６');
  });

  it('ends a tag that has no end', () => {
    expect(accept({ text: statusReport('Closed <<issues-closed:42>>.\n\nAgain <<issues-closed:$0') }, '42')).toContain(
      'Again <<issues-closed:42>>',
    );
  });
});

describe('units behind a figure', () => {
  it('opens of itself where the template knows the unit', () => {
    const question = { text: chinese('召开党组会议<<party-group-meetings:12>>$0，') };
    expect(labelsOf(question, 'typed')).toEqual(['次']);
    expect(accept(question, '次', 'typed')).toContain('<<party-group-meetings:12>>次，');
    expect(labelsOf({ text: chinese('召开例会<<regulars:12>>$0，') }, 'typed')).toEqual([]);
  });

  it('does not open where the unit is there, in a table and behind a currency', () => {
    expect(labelsOf({ text: chinese('召开会议<<party-group-meetings:12>>$0次') }, 'typed')).toEqual([]);
    expect(labelsOf({ text: chinese('| 会议 | <<party-group-meetings:12>>$0 |') }, 'typed')).toEqual([]);
    expect(labelsOf({ text: statusReport('We spent $<<spent:12>>$0.') }, 'typed')).toEqual([]);
  });

  it('offers what the report uses with the same noun', () => {
    const text = chinese('撰写信息12期，又写信息8篇，编发信息20期。\n\n报送信息<<notes:3>>$0');
    expect(labelsOf({ text })).toEqual(['期', '篇']);
    expect(labelsOf({ text: text.replace('<<notes:3>>', '**') })).toEqual(['期', '篇']);
  });

  it('completes a unit that is being typed, and no words', () => {
    expect(labelsOf({ text: chinese('党员参训<<member-trainees:**>>人$0') })).toEqual(['人次']);
    expect(labelsOf({ text: chinese('党员参训<<member-trainees:**>>人次$0') })).toEqual([]);
    expect(labelsOf({ text: chinese('党员参训<<member-trainees:**>>左$0') })).toEqual([]);
  });

  it('sets an English unit off by a space', () => {
    expect(accept({ text: statusReport('We have <<issues-closed:42>>$0') }, 'issues')).toContain(
      '<<issues-closed:42>> issues',
    );
  });
});

it('leaves other Markdown alone', () => {
  expect(labelsOf({ text: 'We are <<$0', uri: 'file:///notes.md' })).toEqual([]);
});
