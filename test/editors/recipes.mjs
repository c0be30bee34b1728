/** The recipes for other editors that the README gives, as the tests run them: what a person copies is what was tried. */
import fs from 'node:fs';
import path from 'node:path';

/** The code of the first fenced block in the README whose first line has this text. */
export function recipe(repository, beginning) {
  const readme = fs.readFileSync(path.join(repository, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/^```\w+\n([^]*?)^```$/gm)].map(([, code]) => code);
  const found = blocks.find((code) => code.split('\n', 1)[0].includes(beginning));
  if (found === undefined) throw new Error(`The README has no block that begins with "${beginning}"`);
  return found;
}
