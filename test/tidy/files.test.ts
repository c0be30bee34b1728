/** What holds for every file: its size, its header, and what must not be in it. */
import { describe, expect, it } from 'vitest';
import { projectFiles, read } from './project';

const longestFile = 400;
const sources = projectFiles().filter((path) => /\.(?:ts|mts|mjs|cjs|css)$/.test(path));
const texts = projectFiles().filter(
  (path) =>
    /\.(?:ts|mts|mjs|cjs|css|md|json|yaml|yml|txt)$|^\.ci\/run$/.test(path) && !path.endsWith('package-lock.json'),
);

describe('source files', () => {
  it.each(sources)('%s is short, and says in its first line what it is for', (path) => {
    const source = read(path);
    expect(source.split('\n').length - 1).toBeLessThanOrEqual(longestFile);
    expect(source.replace(/^#!.*\n/, '').startsWith('/*')).toBe(true);
  });
});

it('no test is skipped, singled out or left to be written', () => {
  // Written in two parts, so that this file does not find itself.
  const pattern = new RegExp(String.raw`\b(?:it|test|describe|suite)\.(?:` + 'skip|only|todo' + String.raw`)\b`);
  expect(sources.filter((path) => pattern.test(read(path)))).toEqual([]);
});

it('the core has no `any`, no enum and no ignored types', () => {
  const core = sources.filter((path) => /^(?:server|client)\/src\//.test(path));
  const pattern =
    /: any\b|<any>|\bas any\b|^\s*(?:export )?(?:const )?enum |@ts-ignore|@ts-expect-error|eslint-disable/m;
  expect(core.filter((path) => pattern.test(read(path)))).toEqual([]);
});

it('nothing names a path of one machine', () => {
  const pattern = new RegExp(
    ['/ro' + 'ot/', '/wo' + 'rk/', '/ho' + 'me/[a-z]', 'file:///[a-z]+/[a-z]+/n' + 'ode'].join('|'),
  );
  expect(texts.filter((path) => pattern.test(read(path)))).toEqual([]);
});
