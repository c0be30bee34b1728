/**
 * What the core costs, beside remark-parse with the same plugins on the same text. Figures to look at before and after a change;
 * only ratios within one run mean anything, and nothing here passes or fails.
 */
import { readFileSync } from 'node:fs';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { bench, describe } from 'vitest';
import { analyse } from '../../server/src/analysis/analyse';
import { buildReport } from '../../server/src/report/build';
import { runRules } from '../../server/src/rules/run';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { scanMasks } from '../../server/src/syntax/mask/scan';
import { parse } from '../../server/src/syntax/parse';
import { shippedTemplates } from '../../server/src/template/shipped';

const lexicon = createLexicon();
const remark = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkCjkFriendly)
  .use(remarkFrontmatter, ['yaml'])
  .freeze();
const example = readFileSync(new URL('../../examples/annual-summary.report.md', import.meta.url), 'utf8');
const template = shippedTemplates.find(({ id }) => id === 'annual-summary');
const options = { time: 1000, warmupIterations: 2 };

for (const size of [10, 20, 100]) {
  const body = example.slice(example.indexOf('\n---') + 5);
  const text = example + body.repeat(Math.max(0, Math.round((size * 1024 - example.length) / body.length)));
  const first = parse(text, { mode: 'markdown', lexicon });
  const at = Math.floor(text.length / 2);
  const edited = `${text.slice(0, at)}x${text.slice(at)}`;
  const report = buildReport(first);
  const analysis = analyse(report, template);

  describe(`${size} K characters`, () => {
    bench('remark-parse', () => void remark.parse(text), options);
    bench('parse', () => void parse(text, { mode: 'markdown', lexicon }), options);
    bench(
      'parse after one keystroke',
      () => void parse(edited, { mode: 'markdown', lexicon, previous: first }),
      options,
    );
    bench('find masks', () => void scanMasks(text, { mode: 'markdown', lexicon, prior: false }), options);
    bench('build the report', () => void buildReport(first), options);
    bench('analyse', () => void analyse(report, template), options);
    bench(
      'run the rules',
      () => void runRules(analysis, { templates: shippedTemplates, severities: new Map() }),
      options,
    );
  });
}

describe('one line without an end', () => {
  for (const [name, piece] of [
    ['stars', '*'],
    ['openers', '**a '],
    ['masks', '召开**次，'],
    ['tags', '<<a:1'],
    ['brackets', '['],
    ['underscores', '_a '],
  ] as const) {
    for (const length of [50_000, 100_000]) {
      const text = piece.repeat(Math.ceil(length / piece.length));
      bench(`${name}, ${length / 1000} K`, () => void parse(text, { mode: 'markdown', lexicon }), {
        time: 300,
        iterations: 1,
        warmupIterations: 1,
      });
    }
  }
});
