/** `tallymark derive`: a template made from past reports, for its author to go on with. */
import { deriveTemplate, type DerivedTemplate } from '../analysis/derive';
import type { Language } from '../base/message';
import type { Snapshot } from '../service';
import { templateText } from '../template/text';
import { CommandFailure } from './failure';
import { plural } from './formats/format';
import { readReports } from './reports';
import { openSession } from './session';
import type { Terminal } from './terminal';
import { writeOutput, type OutputOptions } from './writeOutput';

export interface DeriveOptions extends OutputOptions {
  readonly id?: string;
  readonly language?: Language;
}

/** Resolves to the exit code. Throws a CommandFailure where a report cannot be read. */
export async function derive(names: readonly string[], options: DeriveOptions, terminal: Terminal): Promise<number> {
  const session = await openSession(options, terminal);
  const { language } = session;
  const { id = 'derived' } = options;
  if (!/^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*$/u.test(id)) {
    throw new CommandFailure(
      {
        en: `--id ${id}: use letters, digits, "-" and "_", with "." between parts`,
        zh: `--id ${id}：请只用字母、数字、“-”和“_”，各部分之间用“.”`,
      },
      language,
    );
  }
  const reports = await readReports(names, session, terminal);
  const template = deriveTemplate(
    reports.map(({ snapshot }) => snapshot),
    id,
  );
  await writeOutput(
    templateText(
      template,
      reports.map(({ path }) => path),
    ),
    { ...options, language },
    terminal,
  );
  terminal.error(
    summary(
      template,
      reports.map(({ snapshot }) => snapshot),
    )[language],
  );
  return 0;
}

function summary(template: DerivedTemplate, snapshots: readonly Snapshot[]): { en: string; zh: string } {
  const required = template.sections.filter((section) => section.required !== false).length;
  const counts = { sections: template.sections.length, metrics: template.metrics.length };
  const masks = snapshots.reduce((sum, { report }) => sum + report.masks.length, 0);
  const untagged =
    masks === 0
      ? { en: '', zh: '' }
      : {
          en: `; untagged masks that became no metric: ${masks}; "tallymark tag" tags them`,
          zh: `；有 ${masks} 处掩码没有标签，未成为指标，可先用 tallymark tag 标记`,
        };
  return {
    en: `${plural(counts.sections, 'section')} (${required} required) and ${plural(counts.metrics, 'metric')} from ${plural(snapshots.length, 'report')}${untagged.en}`,
    zh: `由 ${snapshots.length} 份报告得到 ${counts.sections} 个章节（必有 ${required} 个）、${counts.metrics} 个指标${untagged.zh}`,
  };
}
