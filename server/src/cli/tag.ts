/** `tallymark tag`: turns a masked text into a report file. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Language } from '../base/message';
import { CommandFailure } from './failure';
import { readSource } from './files';
import { requireTemplate, serviceIn } from './template';
import type { Terminal } from './terminal';

export interface TagOptions {
  readonly template?: string;
  readonly output?: string;
  readonly force?: boolean;
  readonly language: Language;
}

/** Prints the report file, or writes it where no file is yet; resolves to the exit code. The text that it was made from is left alone. */
export async function tag(path: string, options: TagOptions, terminal: Terminal): Promise<number> {
  const { language } = options;
  const service = serviceIn(terminal.folder, language, (line) => terminal.error(line));
  await requireTemplate(options.template, service, language);
  const source = await readSource(path, terminal);
  if ('failure' in source)
    throw new CommandFailure({ en: `${path}: ${source.failure.en}`, zh: `${path}：${source.failure.zh}` }, language);
  // Standard input has no name; text that is not Markdown is what `tag` is for.
  const snapshot = service.read(path === '-' ? '-.txt' : path, source.text, options.template);
  const text = service.toReportFile(snapshot);
  if (options.output === undefined) terminal.write(text);
  else await write(options.output, text, options, terminal);
  terminal.error(summary(snapshot.report.masks.length, snapshot.template?.id)[language]);
  return 0;
}

async function write(output: string, text: string, { force, language }: TagOptions, terminal: Terminal): Promise<void> {
  try {
    await writeFile(resolve(terminal.folder, output), text, { flag: force === true ? 'w' : 'wx' });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new CommandFailure(
      exists
        ? {
            en: `${output} exists; choose another name or say --force`,
            zh: `${output} 已存在；请换一个文件名，或加 --force`,
          }
        : { en: `${output} cannot be written (${String(error)})`, zh: `无法写入 ${output}（${String(error)}）` },
      language,
    );
  }
}

function summary(masks: number, template: string | undefined): { en: string; zh: string } {
  return template === undefined
    ? {
        en: `${masks} masks tagged; no template applies, name one with --template`,
        zh: `已标记 ${masks} 处掩码；没有适用的模板，可用 --template 指定`,
      }
    : { en: `${masks} masks tagged; template: ${template}`, zh: `已标记 ${masks} 处掩码；模板：${template}` };
}
