/** Many files checked by the bundle on all cores give what one thread gives, in the same order. */
import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inFolder } from './run';

const run = promisify(execFile);
const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
// Beside the packages that it needs, and not where another test may be making it.
const folderOfBundle = join(root, 'node_modules/.tallymark-parallel');
const bundle = join(folderOfBundle, 'cli.js');

beforeAll(async () => {
  await run(process.execPath, ['esbuild.mjs', `--to=${folderOfBundle}`, 'cli'], { cwd: root });
}, 60_000);

afterAll(() => rm(folderOfBundle, { recursive: true, force: true }));

const files = Object.fromEntries(
  Array.from({ length: 150 }, (_, index) => [
    `reports/r${String(index).padStart(3, '0')}.report.md`,
    `# 第${index}期\n\n${'会议**次，'.repeat(index % 7)}平稳。\n\n一是人少，三是钱少。\n\n<<a:${index}>>、<<a:1>>\n`,
  ]),
);

it.each(['json', 'stylish', 'junit'] as const)(
  'as %s',
  async (format) => {
    await inFolder({ ...files, 'reports/notes.md': 'No report.\n' }, async (folder) => {
      const alone = await folder.check(['reports'], { format });
      const together = await run(
        process.execPath,
        [bundle, 'check', 'reports', '--format', format, '--language', 'en'],
        {
          cwd: folder.path,
          env: { ...process.env, NO_COLOR: '1' },
          maxBuffer: 64_000_000,
        },
      ).catch((error: { readonly stdout: string; readonly code: number }) => error);
      expect(together.stdout).toBe(alone.output);
      expect('code' in together ? together.code : 0).toBe(alone.exitCode);
      expect(alone.output.length).toBeGreaterThan(10_000);
    });
  },
  60_000,
);
