/** A template that extends another says only what is different. */
import { describe, expect, it } from 'vitest';
import { loadTemplate } from '../../server/src/template/load';
import type { Template } from '../../server/src/template/types';
import { checkTemplate } from './checkTemplate';

const base = checkTemplate(`id: summary
title: 工作总结
language: zh
match: 总结
sections:
  - { id: work, title: 主要工作, match: 工作, body: 全年召开会议<<meetings:**>>次。 }
  - { id: problems, title: 存在问题, match: 问题 }
  - { id: next, title: 下一步打算, match: 下一步 }
metrics:
  - { id: meetings, label: 会议, type: integer, unit: 次 }
  - { id: documents, label: 文件, type: integer, unit: 份 }
relations: ['meetings >= 1']
forbidden: [{ match: 请批示, message: 报告中不得夹带请示事项 }]
rules: { empty-section: error }
`);

function extended(text: string, faults: readonly string[] = []): Template | undefined {
  const { template, problems } = loadTemplate(text, (id) => (id === 'summary' ? base : undefined));
  expect(problems.map(({ message, span }) => `${message.en} @ ${text.slice(span.start, span.end)}`)).toEqual(faults);
  return template;
}

describe('what it leaves out is taken over', () => {
  const template = extended(`id: party-summary
extends: summary
sections:
  - { id: problems, required: false }
  - { id: causes, title: 原因分析, match: 原因 }
metrics:
  - { id: meetings, label: 党组会议, type: integer, unit: 次, floor: { value: 12, basis: 每月一次 } }
  - { id: talks, label: 谈话, type: integer }
relations: ['talks >= meetings']
rules: { series-gap: 'off' }
`);

  it('title, language and pattern', () => {
    expect(template).toMatchObject({ id: 'party-summary', title: { zh: '工作总结' }, language: 'zh', match: /总结/u });
  });

  it('sections, changed where they stand; a new one follows the one before it', () => {
    expect(template?.sections.map(({ id, required }) => `${id} ${required}`)).toEqual([
      'work true',
      'problems false',
      'causes true',
      'next true',
    ]);
    expect(template?.sections[1]).toMatchObject({ title: '存在问题', match: /问题/u });
    expect(template?.sections[0]?.body).toBe('全年召开会议<<meetings:**>>次。');
  });

  it('metrics, relations, forbidden phrases and severities', () => {
    expect(template?.metrics.map(({ id, label }) => `${id} ${label.zh}`)).toEqual([
      'meetings 党组会议',
      'talks 谈话',
      'documents 文件',
    ]);
    expect(template?.metrics[0]?.floor).toEqual({ value: 12, basis: { en: '每月一次', zh: '每月一次' } });
    expect(template?.relations.map(({ source }) => source)).toEqual(['meetings >= 1', 'talks >= meetings']);
    expect(template?.forbidden).toHaveLength(1);
    expect([...(template?.rules ?? [])]).toEqual([
      ['empty-section', 'error'],
      ['series-gap', 'off'],
    ]);
  });
});

it('leaves out what it omits', () => {
  const template = extended('id: short\nextends: summary\nomit: [problems, documents]\n');
  expect(template?.sections.map(({ id }) => id)).toEqual(['work', 'next']);
  expect(template?.metrics.map(({ id }) => id)).toEqual(['meetings']);
});

it('with another title is another kind, which the pattern of the base does not recognise', () => {
  expect(extended('id: other\nextends: summary\ntitle: 调研报告\n')?.match).toBeUndefined();
});

it.each([
  [
    'extends a template that there is not',
    'id: a\ntitle: 甲\nlanguage: zh\nextends: sumary\n',
    [
      'extends: no template "sumary" can be extended; name one that there is and that does not extend this one. @ sumary',
    ],
  ],
  [
    'omits what the base does not have',
    'id: a\nextends: summary\nomit: problem\n',
    ['omit: "summary" has no section or metric "problem" (did you mean "problems"?); remove or correct it. @ problem'],
  ],
  [
    'has a new section without title and pattern',
    'id: a\nextends: summary\nsections:\n  - id: causes\n',
    ['sections[0].title: this key is missing; add it. @ id', 'sections[0].match: this key is missing; add it. @ id'],
  ],
  [
    'relates a metric that there is not',
    'id: a\nextends: summary\nrelations:\n  - meetings <= talks\n  - { check: "meeting > 0", severity: info }\n',
    [
      'relations[0]: no metric has the id "talks"; define it under "metrics" or correct it. @ talks',
      'relations[1].check: no metric has the id "meeting" (did you mean "meetings"?); define it under "metrics" or correct it. @ meeting',
    ],
  ],
  [
    'relates in words that nobody can read',
    "id: a\nextends: summary\nrelations: ['meetings <=']\n",
    [
      'relations[0]: the expression cannot be read here; write a comparison such as "part <= whole" or "total = a + b". @ =',
    ],
  ],
  [
    'names a metric in a section that there is not',
    'id: a\nextends: summary\nsections:\n  - { id: work, metrics: [meetings, talks] }\n',
    ['sections[0].metrics[1]: no metric has the id "talks"; define it under "metrics" or correct it. @ talks'],
  ],
  [
    'counts upside down',
    'id: a\nextends: summary\nsections:\n  - { id: work, count: { min: 3, max: 2 } }\n',
    ['sections[0].count: min 3 is above max 2; exchange or correct them. @ { min: 3, max: 2 }'],
  ],
])('a template that %s', (_, text, faults) => {
  extended(text, faults);
});

it('has subsections, items and counts', () => {
  const template = checkTemplate(`id: audit
title: 审计报告
language: zh
ordered: false
closed: true
sections:
  - id: findings
    title: 审计发现的问题
    match: 问题
    count: { min: 2 }
    closed: true
    items: [{ title: 处理意见, match: 意见 }]
    sections:
      - { id: money, title: 资金问题, match: 资金, count: 2 }
closing: { phrases: 特此报告, required: true }
`);
  expect(template).toMatchObject({ ordered: false, closed: true, closing: { phrases: ['特此报告'], required: true } });
  expect(template?.sections[0]).toMatchObject({
    count: { min: 2, max: Infinity },
    closed: true,
    items: [{ title: { zh: '处理意见' }, match: /意见/u }],
    sections: [{ id: 'money', count: { min: 2, max: 2 } }],
  });
});
