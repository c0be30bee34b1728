/** All commands with their arguments and options. What a command needs is loaded when it runs, but for `check`. */
import { Command, Option } from 'commander';
import { check } from './check';
import { formats } from './formats/create';
import { failLevels } from '../service';
import { questionFormats } from './questions/formats';
import type { Terminal } from './terminal';
import { version } from './version';

/** The server ends the process itself when its client says so. */
export const serving = -1;

/** `exitCode` is that of the command that was run. `argv` is that of the process: the language server reads it too. */
export function createProgram(
  terminal: Terminal,
  argv: string[],
): { readonly program: Command; readonly exitCode: () => number } {
  let code = 0;
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
      new Option(
        '--fail-on <level>',
        'least severity that sets exit code 1, or "unfilled"; default: every finding · 何种程度算不通过',
      ).choices(failLevels),
    )
    .option('--rule <id=severity>', 'severity of a rule; may be repeated · 设置规则的严重程度，可多次使用', collect)
    .option('--ignore <glob>', 'leave these files alone; may be repeated · 忽略的文件，可多次使用', collect)
    .option('--quiet', 'errors alone · 只看错误')
    .option('--summary', 'add what is filled by section and by owner · 附各章节、各责任人的填写情况')
    .option('--fix', 'apply the fixes that are certain, then check · 先自动修复')
    .option('--stdin-path <path>', 'name of the text on standard input: .txt is read line by line · 标准输入的文件名')
    .addOption(language())
    .action(async (files: string[], options) => {
      code = await check(files, options, terminal);
    });
  program
    .command('explain')
    .description(
      'what a rule checks, why, and how to put it right; without a rule: all rules · 说明一条规则，或列出全部规则',
    )
    .argument('[rule]', 'id of a rule · 规则')
    .addOption(language())
    .action(async (rule: string | undefined, options) => {
      const { explain } = await import('./explain');
      const { languageFor } = await import('./session');
      code = explain(rule, { language: await languageFor(options, terminal) }, terminal);
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
      const { tag } = await import('./tag');
      code = await tag(file, options, terminal);
    });
  program
    .command('derive')
    .description('make a template from past reports: what they have in common · 由以往的报告生成模板')
    .argument('<reports...>', 'files, folders and globs · 文件、目录、通配符')
    .option('--id <id>', 'id of the template · 模板标识', 'derived')
    .option('-o, --output <file>', 'write there instead of to standard output · 写入文件')
    .option('--force', 'overwrite the output file · 允许覆盖')
    .addOption(language())
    .action(async (reports: string[], options) => {
      const { derive } = await import('./derive');
      code = await derive(reports, options, terminal);
    });
  program
    .command('questions')
    .description('list what is still to be asked, owner by owner, as a table to fill in · 按责任人列出待答问题')
    .argument('<reports...>', 'files, folders and globs · 文件、目录、通配符')
    .option('--owner <name>', 'of this owner alone · 只列某责任人')
    .addOption(new Option('--format <format>', 'output · 输出格式').choices(questionFormats).default('markdown'))
    .option('-o, --output <file>', 'write there instead of to standard output · 写入文件')
    .option('--force', 'overwrite the output file · 允许覆盖')
    .addOption(language())
    .action(async (reports: string[], options) => {
      const { questions } = await import('./questions');
      code = await questions(reports, options, terminal);
    });
  program
    .command('answers')
    .description('put the answers of a filled-in table into the blanks of a report · 把填好的答复写入报告')
    .argument('<table>', 'what "questions" made, filled in: Markdown, CSV or XLSX · 填好的问题表')
    .argument('<report>', 'the report · 报告')
    .option('--write', 'write the report instead of printing it · 写回报告')
    .addOption(language())
    .action(async (table: string, report: string, options) => {
      const { answers } = await import('./answers');
      code = await answers(table, report, options, terminal);
    });
  program
    .command('fill')
    .description('put the figures of the data files into the blanks of a report · 用数据文件填写报告')
    .argument('<report>', 'the report · 报告')
    .option('--write', 'write the report instead of printing it · 写回报告')
    .addOption(language())
    .action(async (report: string, options) => {
      const { fill } = await import('./fill');
      code = await fill(report, options, terminal);
    });
  program
    .command('lsp')
    .description('run the language server · 运行语言服务器')
    .option('--stdio', 'over standard input and output (the default) · 通过标准输入输出')
    .action(async () => {
      if (!argv.includes('--stdio')) argv.push('--stdio');
      await import('../main.node');
      code = serving;
    });
  return { program, exitCode: () => code };
}

function language(): Option {
  return new Option(
    '--language <language>',
    'language of messages; default: from the locale · 提示语言，默认随系统',
  ).choices(['en', 'zh']);
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}
