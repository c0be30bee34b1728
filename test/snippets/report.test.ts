/** Every snippet is well formed, described in both languages, reachable without a Chinese input method, and a sound piece of a report. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildReport } from '../../server/src/report/build';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { parse } from '../../server/src/syntax/parse';
import { expandSnippet } from './expand';

interface Snippet {
  readonly prefix: readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const snippets = Object.entries(
  JSON.parse(readFileSync(new URL('../../snippets/report.json', import.meta.url), 'utf8')) as Record<string, Snippet>,
);

function bodyOf(snippet: Snippet): string {
  return snippet.body.join('\n');
}

describe.each(snippets)('%s', (_name, snippet) => {
  it('has prefixes that are typed in ASCII', () => {
    expect(snippet.prefix.length).toBeGreaterThan(0);
    for (const prefix of snippet.prefix) expect(prefix).toMatch(/^[a-z][a-z0-9-]+$/);
  });

  it('is described in English and Chinese', () => {
    expect(snippet.description).toMatch(/^[A-Z][^·]+ · [^·]*\p{Script=Han}[^·]*$/u);
  });

  it('has its places numbered from one without a gap', () => {
    const numbers = [...bodyOf(snippet).matchAll(/\$\{?(\d+)/g)].map((match) => Number(match[1]));
    const places = [...new Set(numbers)].filter((number) => number > 0).sort((a, b) => a - b);
    expect(places).toEqual(places.map((_number, index) => index + 1));
  });

  it('ends at one last place', () => expect(bodyOf(snippet).match(/\$0/g)).toHaveLength(1));

  it('leaves nothing of the snippet syntax in the report', () => {
    expect(expandSnippet(bodyOf(snippet))).not.toMatch(/\$\d|\$\{|\|\}/);
  });

  it('has only sound tags, and no mask that is not tagged', () => {
    const text = expandSnippet(bodyOf(snippet));
    const { metrics, masks } = buildReport(parse(text, { mode: 'markdown', lexicon: createLexicon() }));
    expect(metrics.filter(({ state }) => state === 'malformed')).toEqual([]);
    expect(metrics).toHaveLength(text.split('<<').length - 1);
    expect(masks).toEqual([]);
  });
});

describe('the snippets', () => {
  it('have a prefix each of their own', () => {
    const prefixes = snippets.flatMap(([, { prefix }]) => prefix);
    expect(prefixes).toEqual([...new Set(prefixes)]);
  });

  it('cover front matter, tags, sections in both languages, series and headings', () => {
    const prefixes = snippets.flatMap(([, { prefix }]) => prefix);
    expect(prefixes).toEqual(
      expect.arrayContaining([
        'frontmatter',
        'tag',
        'section-work',
        'section-problems',
        'section-next',
        'section-summary',
        'section-risks',
        'series-yishi',
        'heading-1',
      ]),
    );
  });
});

describe('expanding', () => {
  it('takes defaults, choices and repeated places', () => {
    expect(expandSnippet('${1|一,二|}、<<${2:id}:${3:**}>> $2 $0')).toBe('一、<<id:**>> id ');
  });
  it.each(['${1:open', '${1|a,b}', 'costs $ 5', '${1:a} ${1:b}'])('refuses %s', (body) => {
    expect(() => expandSnippet(body)).toThrow();
  });
});
