/** A language server made with unified-language-server, as remark's own is: GFM, front matter, and the recommended lint rules with `--lint`. */
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkPresetLintRecommended from 'remark-preset-lint-recommended';
import { createUnifiedLanguageServer } from 'unified-language-server';

const plugins = [remarkGfm, [remarkFrontmatter, ['yaml']]];
if (process.argv.includes('--lint')) plugins.push(remarkPresetLintRecommended);

createUnifiedLanguageServer({
  configurationSection: 'bench',
  ignoreName: '.benchignore',
  packageField: 'benchConfig',
  pluginPrefix: 'remark',
  plugins,
  // No such package exists, so that the processor given here is always the one that runs.
  processorName: 'tallymark-bench-no-processor',
  defaultProcessor: remark(),
  rcName: '.benchrc',
});
