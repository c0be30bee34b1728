/** Templates that an author writes, right and wrong. */
import { describe, expect, test } from 'vitest';
import { checkTemplate } from './checkTemplate';

const head = `id: library-summary
title: 图书馆工作总结
language: zh
`;

describe('a template without faults', () => {
  const template = checkTemplate(`${head}match: 图书馆.{0,20}总结
sections:
  - id: readers
    title: 读者服务
    match: '读者|阅览'
    guidance: { zh: 写到馆人次。, en: Give the visits. }
    body: |
      全年到馆<<visits:****>>人次。

  - { id: thanks, title: Thanks, match: '(?i)thanks', where: closing, required: false }
metrics:
  - { id: visits, label: 到馆人次, type: integer, unit: 人次, digits: 4, min: 0, max: 9999, match: '到馆$' }
  - { id: loans, label: { zh: 外借, en: Loans }, type: integer, match: ['外借$', '借出$'] }
rules: { missing-section: error, untagged-mask: 'off' }
`);

  test('gives its values', () => {
    expect(template).toMatchObject({ id: 'library-summary', language: 'zh', title: { zh: '图书馆工作总结' } });
    expect(template?.match?.test('县图书馆2024年工作总结')).toBe(true);
    expect([...(template?.rules ?? [])]).toEqual([
      ['missing-section', 'error'],
      ['untagged-mask', 'off'],
    ]);
  });

  test('gives its sections, with what is left out filled in', () => {
    expect(template?.sections).toMatchObject([
      {
        id: 'readers',
        title: '读者服务',
        match: /读者|阅览/u,
        where: 'heading',
        required: true,
        guidance: { zh: '写到馆人次。', en: 'Give the visits.' },
        body: '全年到馆<<visits:****>>人次。',
      },
      {
        id: 'thanks',
        title: 'Thanks',
        match: /thanks/iu,
        where: 'closing',
        required: false,
        guidance: undefined,
        body: '',
        count: { min: 1, max: 1 },
        ordered: true,
        closed: false,
        items: [],
        metrics: [],
        sections: [],
      },
    ]);
  });

  test('gives its metrics; one pattern is a list of one', () => {
    expect(template?.metrics[0]).toMatchObject({ id: 'visits', digits: 4, min: 0, max: 9999, match: [/到馆$/u] });
    expect(template?.metrics[1]).toMatchObject({ min: undefined, match: [/外借$/u, /借出$/u] });
    expect(template?.metrics[0]?.label).toEqual({ zh: '到馆人次', en: '到馆人次' });
  });
});

describe('a file that is no template', () => {
  test.each([
    ['', 'The file has nothing in it; write at least the keys id, title and language. @ '],
    ['年度总结\n', 'found "年度总结", expected a mapping (key: value). @ 年度总结'],
    ['- id: a\n', 'found a list, expected a mapping (key: value). @ - id: a'],
  ])('%j', (text, fault) => {
    expect(checkTemplate(text, [fault])).toBeUndefined();
  });

  test('without an id nothing is returned', () => {
    expect(checkTemplate('title: A\nlanguage: en\n', ['id: this key is missing; add it. @ title'])).toBeUndefined();
  });

  test('broken YAML is reported alone, not what follows from it', () => {
    checkTemplate(`${head}match: "\\d+年"\nmetrics: 5\n`, [
      'This is not valid YAML: Invalid escape sequence \\d; correct it here or just before. @ \\',
    ]);
  });
});

describe('a fault leaves the rest', () => {
  test('a title or language left out', () => {
    const template = checkTemplate('id: weekly\n', [
      'title: this key is missing; add it. @ id',
      'language: this key is missing; add it. @ id',
    ]);
    expect(template).toMatchObject({ title: { en: 'weekly', zh: 'weekly' }, language: 'en' });
  });

  test('an unknown key', () => {
    const text = `${head}section:\n  - id: a\nowner: me\n`;
    const keys =
      'the keys here are id, extends, title, language, match, ordered, closed, sections, omit, metrics, relations, forbidden, closing, rules.';
    checkTemplate(text, [
      `section: no such key (did you mean "sections"?); ${keys} @ section`,
      `owner: no such key; ${keys} @ owner`,
    ]);
  });

  test('a section with a bad pattern', () => {
    const template = checkTemplate(
      `${head}sections:
  - { id: work, title: 工作, match: '(工作' }
  - { id: next, title: 打算, match: 打算 }
`,
      ["sections[0].match: not a regular expression: Unterminated group; correct it. @ '(工作'"],
    );
    expect(template?.sections.map(({ id }) => id)).toEqual(['next']);
  });

  test('an optional value of the wrong kind', () => {
    const template = checkTemplate(
      `${head}sections:
  - { id: next, title: 打算, match: 打算, required: maybe, where: heding, guidance: [写什么] }
`,
      [
        'sections[0].where: found "heding", expected one of heading, lead, closing, any (did you mean "heading"?). @ heding',
        'sections[0].required: found "maybe", expected true or false. @ maybe',
        'sections[0].guidance: found a list, expected a mapping (key: value). @ [写什么]',
      ],
    );
    expect(template?.sections[0]).toMatchObject({ id: 'next', where: 'heading', required: true });
  });

  test('a key that is missing, empty, doubled, or not text', () => {
    const template = checkTemplate(
      `${head}metrics:
  - id: visits
    type: integer
  - { id: loans, label: 外借, type: integer, unit: }
  - { id: seats, label: 座席, label: 座位, type: integer }
  - { id: 2024, label: 年份, type: integer }
`,
      [
        'metrics[0].label: this key is missing; add it. @ id',
        'metrics[1].unit: found nothing, expected a text. @ unit',
        'metrics[2].label: this key is given twice; remove one. @ label',
        'metrics[3].id: found 2024, expected a text; put it in quotes. @ 2024',
      ],
    );
    expect(template?.metrics.map(({ id }) => id)).toEqual(['loans', 'seats']);
  });

  test('an id that no tag could have, and one given twice', () => {
    const template = checkTemplate(
      `${head}metrics:
  - { id: new books, label: 新书, type: integer }
  - { id: loans, label: 外借, type: integer }
  - { id: loans, label: 续借, type: integer }
  - { id: 图书.新增, label: 新增, type: integer }
`,
      [
        'metrics[0].id: "new books" is not an id; use letters, digits, "-" and "_", with "." between parts. @ new books',
        'metrics[2].id: "loans" is the id of an earlier entry too; choose another. @ loans',
      ],
    );
    expect(template?.metrics.map(({ label }) => label.zh)).toEqual(['外借', '新增']);
  });

  test('an unknown type, an impossible width, limits the wrong way round', () => {
    const types = 'integer, decimal, percent, money, date, text';
    checkTemplate(
      `${head}metrics:
  - { id: loans, label: 外借, type: number }
  - { id: books, label: 藏书, type: decimal, digits: 0 }
  - { id: rate, label: 比率, type: percent, min: 100, max: 0 }
  - { id: seats, label: 座席, type: integer, min: 5, max: 5 }
`,
      [
        `metrics[0].type: found "number", expected one of ${types} (did you mean "decimal"?). @ number`,
        'metrics[1].digits: found 0, expected a whole number from 1 to 20. @ 0',
        'metrics[2].min: 100 is above the maximum 0; exchange or correct them. @ 100',
      ],
    );
  });

  test('a rule severity that does not exist', () => {
    const template = checkTemplate(`${head}rules:\n  series-gap: warnings\n  empty-section: hint\n`, [
      'rules.series-gap: found "warnings", expected one of off, error, warning, info, hint (did you mean "warning"?). @ warnings',
    ]);
    expect([...(template?.rules.keys() ?? [])]).toEqual(['empty-section']);
  });
});
