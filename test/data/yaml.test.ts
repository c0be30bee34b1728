/** Figures in YAML, as a statistician would keep them by hand. */
import { describe, expect, test } from 'vitest';
import { checkFigures, placeOf, said, valuesOf } from './checkFigures';

describe('what is read', () => {
  test('one figure a line, as it is written', async () => {
    const figures = await checkFigures(
      'metrics.yaml',
      [
        'meetings: 12',
        'attendance: 95.10%',
        'budget: 1,234.5',
        'held-on: 2024-03-05',
        'party.topics: "6"',
        '走访户数: 3_000',
        'code: 012',
        'large: 1e3',
        'place: 第一会议室 # where it was',
      ].join('\n'),
    );
    expect(valuesOf(figures)).toEqual({
      meetings: '12',
      attendance: '95.10%',
      budget: '1,234.5',
      'held-on': '2024-03-05',
      'party.topics': '6',
      走访户数: '3_000',
      code: '012',
      large: '1000',
      place: '第一会议室',
    });
    expect(placeOf(figures, 'budget')).toBe('1,234.5');
    expect(placeOf(figures, 'party.topics')).toBe('"6"');
  });

  test('all that is said of a figure', async () => {
    const figures = await checkFigures(
      'metrics.yaml',
      'meetings:\n  value: 12\n  unit: 次\n  label: 会议次数\n  source: 会议台账\n  as-of: 2024-12-31\n  owner: 办公室\n  note: 含专题会\n',
    );
    expect([...figures.byId.values()].map(said)).toEqual([
      {
        id: 'meetings',
        value: '12',
        unit: '次',
        label: '会议次数',
        source: '会议台账',
        asOf: '2024-12-31',
        owner: '办公室',
        note: '含专题会',
      },
    ]);
  });

  test('a list, in which a label stands in for an id', async () => {
    const figures = await checkFigures(
      'metrics.yml',
      '- id: meetings\n  value: 12\n- label: 走访 户数\n  value: 86\n- id: topics\n',
    );
    expect(valuesOf(figures)).toEqual({ meetings: '12', topics: '?', 走访户数: '86' });
    expect(placeOf(figures, 'topics')).toBe('topics');
  });

  test.each([
    '',
    '**',
    '***',
    '*',
    '**.*%',
    '**次',
    '"**"',
    'XX%',
    '~',
    'null',
    '待填',
    '【待补充：人数】',
    '"-"',
    '20**年*月',
  ])('not yet known: %s', async (mask) => {
    for (const text of [`meetings: ${mask}\nmore: 1\n`, `meetings:\n  value: ${mask}\n  unit: 次\nmore: 1\n`]) {
      expect(valuesOf(await checkFigures('metrics.yaml', text))).toEqual({ meetings: '?', more: '1' });
    }
  });

  test.each(['0', '-3', '-3.5%', '无', 'x光', '2024-2025'])('known: %s', async (value) => {
    expect(valuesOf(await checkFigures('metrics.yaml', `meetings: ${value}\n`))).toEqual({ meetings: value });
  });

  test('an alias is followed', async () => {
    const text = 'a: {value: 1, source: &desk 会议台账}\nb: {value: 2, source: *desk}\n';
    expect((await checkFigures('metrics.yaml', text)).byId.get('b')?.source).toBe('会议台账');
  });

  test('an empty file holds nothing, and nothing is wrong with it', async () => {
    expect(valuesOf(await checkFigures('metrics.yaml', ''))).toEqual({});
    expect(valuesOf(await checkFigures('metrics.yaml', '# to be filled in\n'))).toEqual({});
  });
});

describe('faults', () => {
  test('stand at their key or value, and leave the rest as it is', async () => {
    const figures = await checkFigures(
      'metrics.yaml',
      'meetings: 12\nmeetings: 13\nparty topics: 6\nvisits:\n  valu: 3\n  unit: [户]\ndone: true\ntop: 5\n',
      [
        'The id "meetings" is given before too, and only that one is read; remove one or choose another id. @ meetings',
        '"party topics" is not an id: an id has letters, digits, "_" and "-", with "." between parts; choose one without spaces and other marks. @ party topics',
        'visits: no such key "valu" (did you mean "value"?); the keys here are value, unit, label, source, as-of, owner, note. @ valu',
        'visits.unit: found a list, expected a number, a date or a text; write one. @ [户]',
        'done.value: found "true", expected a number, a date or a text; put it in quotes if it is text. @ true',
      ],
    );
    expect(valuesOf(figures)).toEqual({ meetings: '12', visits: '?', done: '?', top: '5' });
  });

  test('figures in groups are told from figures', async () => {
    await checkFigures('metrics.yaml', 'party:\n  topics: 6\n', [
      'party: no such key "topics"; the keys here are value, unit, label, source, as-of, owner, note. @ topics',
    ]);
  });

  test('of a list', async () => {
    const figures = await checkFigures('metrics.yaml', '- 12\n- value: 3\n- id: a b\n  value: 1\n- id: c\n  id: d\n', [
      'Found "12", expected a mapping with the keys id and value; write it so. @ 12',
      'This figure has neither id nor label; add an id. @ value',
      '"a b" is not an id: an id has letters, digits, "_" and "-", with "." between parts; choose one without spaces and other marks. @ a b',
      'The key "id" is given twice; remove one. @ id',
    ]);
    expect(valuesOf(figures)).toEqual({ c: '?' });
  });

  test('of a text that is not YAML hide those that follow from it', async () => {
    const figures = await checkFigures('metrics.yaml', 'a: 1\nb: "12\nc c: [\n', [
      'This is not valid YAML: Missing closing "quote; correct it here or just before. @ ',
    ]);
    expect(valuesOf(figures)['a']).toBe('1');
  });
});
