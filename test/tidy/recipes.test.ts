/** What the README tells people to run or to put into their editors exists: commands, options, settings and shapes of files. */
import { describe, expect, it } from 'vitest';
import { createProgram } from '../../server/src/cli/program';
import { createTerminal } from '../../server/src/cli/terminal';
import { recipe } from '../editors/recipes.mjs';
import { read, root } from './project';

const readme = read('README.md');
const { program } = createProgram(createTerminal(process), []);

describe('recipes for editors', () => {
  const section = readme.slice(readme.indexOf('## In other editors'), readme.indexOf('## The dialect'));
  const beginnings = ['Neovim 0.11', 'Neovim 0.7', 'Helix', 'Emacs 29'];

  it('are all looked at here', () => {
    expect(section.match(/^```\w+$/gm)).toHaveLength(beginnings.length);
  });

  it.each(beginnings)('%s starts the server with a command and an option that exist', (beginning) => {
    const words = [...recipe(root, beginning).matchAll(/"([^"\n]*)"|'([^'\n]*)'/g)].map(([, a, b]) => a ?? b);
    const at = words.indexOf('lsp');
    const command = program.commands.find((each) => each.name() === 'lsp');
    expect(words).toContain(program.name());
    expect(command?.options.map(({ long }) => long)).toContain(words[at + 1]);
  });

  it.each(beginnings)('%s names the language of messages as the server takes it', (beginning) => {
    expect(recipe(root, beginning)).toMatch(/\blocale\b[^\n]*"en"|\blocale = 'en'/);
  });

  it('Helix is given one language server for Markdown, by the name that it was defined with', () => {
    const code = recipe(root, 'Helix');
    const [, name] = /^\[language-server\.([\w-]+)\]$/m.exec(code) ?? [];
    expect(code).toContain(`language-servers = ["${name}"]`);
    expect(name).toBe(program.name());
  });
});

describe('lines of the shell', () => {
  const lines = [...readme.matchAll(/^```sh\n([^]*?)^```$/gm)].flatMap(([, code = '']) => code.split('\n'));

  it.each(lines.filter((line) => line.includes('dist/cli.js')))('%s', (line) => {
    const [, name, rest = ''] = /dist\/cli\.js (\S+)([^#]*)/.exec(line) ?? [];
    const command = program.commands.find((each) => each.name() === name);
    const known = command?.options.flatMap(({ long, short }) => [long, short]) ?? [];
    expect(command, name).toBeDefined();
    for (const [, option] of rest.matchAll(/\s(--?[a-z][\w-]*)/g)) expect(known, name).toContain(option);
  });
});

it('every script that the README names is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...readme.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  expect(named).toContain('test:editors');
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
