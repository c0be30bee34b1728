/** The command `tallymark`: reads its arguments, runs one command, and sets the exit code. */
import { Command, CommanderError, Option } from 'commander';
import { languageOf } from '../base/message';
import { check, failLevels, formats } from './check';
import { createFileChecker } from './checkFile';
import { serveAsThread } from './pool';
import { createTerminal } from './terminal';
import { tag } from './tag';
import { CommandFailure } from './failure';

declare const process: NodeJS.Process;

async function main(): Promise<number> {
  const terminal = createTerminal(process);
  const program = new Command('tallymark')
    .description(
      'Checks structured reports in Markdown, so that no figure and no section goes missing.\n检查 Markdown 结构化报告，数字不漏、章节不缺。',
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError()
    .addHelpText(
      'after',
      '\nExit code: 0 clean, 1 findings, 2 usage or I/O error.\n退出码：0 无问题，1 有问题，2 用法或读写错误。',
    );
  const language = (): Option =>
    new Option('--language <language>', 'language of messages · 提示语言')
      .choices(['en', 'zh'])
      .default(languageOf(terminal.locale), 'from the locale · 随系统');
  let exitCode = 0;

  program
    .command('check')
    .description('report missing figures, missing sections and other faults · 检查缺失的数字、章节等问题')
    .argument(
      '[files...]',
      'files, folders and globs; "-" is standard input; default: reports below this folder · 文件、目录、通配符，“-”为标准输入',
    )
    .option('--template <id>', 'check against this template, whatever the files name · 指定模板')
    .addOption(new Option('--format <format>', 'output · 输出格式').choices(formats).default('stylish'))
    .addOption(
      new Option('--fail-on <level>', 'least severity that sets exit code 1, or "unfilled" · 何种程度算不通过')
        .choices(failLevels)
        .default('hint', 'any finding'),
    )
    .option('--fix', 'apply the fixes that are certain, then check · 先自动修复')
    .option('--stdin-path <path>', 'name of the text on standard input: .txt is read line by line · 标准输入的文件名')
    .addOption(language())
    .action(async (files: string[], options) => {
      exitCode = await check(files, options, terminal);
    });
  program
    .command('tag')
    .description(
      'turn a masked text into a report file: front matter, headings, a tag for every mask · 把带掩码的文稿转成报告文件',
    )
    .argument('<file>', 'a .txt or .md file, or "-" for standard input · 文稿')
    .option('--template <id>', 'template of the report; default: recognised by its title · 指定模板')
    .option('-o, --output <file>', 'write there instead of to standard output · 写入文件')
    .option('--force', 'overwrite the output file · 允许覆盖')
    .addOption(language())
    .action(async (file: string, options) => {
      exitCode = await tag(file, options, terminal);
    });
  program
    .command('lsp')
    .description('run the language server · 运行语言服务器')
    .option('--stdio', 'over standard input and output (the default) · 通过标准输入输出')
    .action(async () => {
      if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
      await import('../main.node');
      exitCode = serving;
    });

  try {
    await program.parseAsync(process.argv);
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CommandFailure) {
      terminal.error(error.message);
      return 2;
    }
    throw error;
  } finally {
    terminal.flush();
  }
}

declare const TALLYMARK_VERSION: string | undefined;
const version = typeof TALLYMARK_VERSION === 'string' ? TALLYMARK_VERSION : '0.0.0';
/** The server ends the process itself when its client says so. */
const serving = -1;

if (!serveAsThread(createFileChecker)) run();

function run(): void {
  main().then(
    (code) => {
      if (code !== serving) process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`tallymark: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      process.exitCode = 2;
    },
  );
}
