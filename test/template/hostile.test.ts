/** Templates come from a workspace that nobody vouches for: none may stall or crash the reader. */
import { describe, expect, test } from 'vitest';
import { loadTemplate } from '../../server/src/template/load';
import { shippedFiles } from '../../server/src/template/shipped/registry';
import { checkTemplate } from './checkTemplate';

const template = (match: string): string => `id: t\ntitle: T\nlanguage: en\nmatch: ${match}\n`;

describe('patterns', () => {
  test.each(["'(a+)+$'", "'(?:总结.*)*'", "'([ab]{2,}c)+'"])('a repetition in a repetition is refused: %s', (match) => {
    expect(loadTemplate(template(match)).template?.match).toBeUndefined();
    expect(loadTemplate(template(match)).problems[0]?.message.en).toMatch(/^match: ".*" repeats a repetition/);
  });

  test.each(["'(a+){2}'", "'(a{0,9})+'", "'(报告|总结)+'", "'\\(a+\\)+'", "'.*总结.*'"])(
    'others are kept: %s',
    (match) => {
      expect(checkTemplate(template(match))?.match).toBeInstanceOf(RegExp);
    },
  );

  test('a long one is refused, one of the greatest length is not', () => {
    expect(checkTemplate(template('a'.repeat(300)))?.match).toBeInstanceOf(RegExp);
    const { problems } = loadTemplate(template('a'.repeat(301)));
    expect(problems[0]?.message.en).toBe('match: the pattern has 301 characters, at most 300 are allowed; shorten it.');
  });

  test('an empty one is refused', () => {
    checkTemplate(template("''"), ["match: the pattern is empty and would match everything; write one. @ ''"]);
    checkTemplate(template("'(?i)'"), ["match: the pattern is empty and would match everything; write one. @ '(?i)'"]);
  });
});

describe('aliases', () => {
  test('are followed', () => {
    const text = `${template('x')}metrics:\n  - { id: a, label: &l 会议, type: integer }\n  - { id: b, label: *l, type: integer }\n`;
    expect(checkTemplate(text)?.metrics[1]?.label.zh).toBe('会议');
  });

  test('are bounded, and one that holds itself comes to an end', () => {
    const section = 'id: a, title: &t T, match: x';
    const many = `${template('x')}sections:\n  - &s { ${section} }\n${'  - *s\n'.repeat(2000)}`;
    checkTemplate(many, [
      'sections[101]: this is alias number 101, at most 100 are followed; write the values out. @ *s',
    ]);
    const circle = loadTemplate(`${template('x')}sections: &a [*a, { ${section} }]\n`);
    expect(circle.template?.sections).toHaveLength(1);
    expect(circle.problems).toHaveLength(1);
  });
});

test('no beginning of a template makes the reader throw, and every fault lies inside the text', () => {
  for (const whole of shippedFiles.map(({ text }) => text)) {
    // Cut at other places in each, so that together they are cut everywhere.
    for (let end = whole.length % 97; end < whole.length; end += 997) {
      const text = whole.slice(0, end);
      for (const { span } of loadTemplate(text).problems) {
        expect(span.start).toBeLessThanOrEqual(span.end);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }
  }
});
