/** `tallymark tag`: turns a masked text into a report file. */
import type { Language } from '../base/message';
import { CommandFailure } from './failure';
import { readSource } from './files';
import { openSession } from './session';
import { requireTemplate } from './template';
import type { Terminal } from './terminal';
import { writeOutput, type OutputOptions } from './writeOutput';

export interface TagOptions extends OutputOptions {
  readonly template?: string;
  readonly language?: Language;
}

/** Prints the report file, or writes it where no file is yet; resolves to the exit code. The text that it was made from is left alone. */
export async function tag(path: string, options: TagOptions, terminal: Terminal): Promise<number> {
  const { language, service } = await openSession(options, terminal, (line) => terminal.error(line));
  await requireTemplate(options.template, service, { language });
  const source = await readSource(path, terminal);
  if ('failure' in source)
    throw new CommandFailure({ en: `${path}: ${source.failure.en}`, zh: `${path}：${source.failure.zh}` }, language);
  // Standard input has no name; text that is not Markdown is what `tag` is for.
  const snapshot = service.read(path === '-' ? '-.txt' : path, source.text, {
    template: options.template,
  });
  const text = service.toReportFile(snapshot);
  await writeOutput(text, { ...options, language }, terminal);
  terminal.error(summary(snapshot.report.masks.length, snapshot.template?.id)[language]);
  return 0;
}

function summary(masks: number, template: string | undefined): { en: string; zh: string } {
  return template === undefined
    ? {
        en: `${masks} masks tagged; no template applies, name one with --template`,
        zh: `已标记 ${masks} 处掩码；没有适用的模板，可用 --template 指定`,
      }
    : { en: `${masks} masks tagged; template: ${template}`, zh: `已标记 ${masks} 处掩码；模板：${template}` };
}
