/** The service of a command, and the option `--template`: it must name a template that there is. */
import type { Language } from '../base/message';
import { closest } from '../base/suggest';
import { createNodeHost } from '../nodeHost';
import { createReportService, defaultSettings, type ReportService } from '../service';
import { CommandFailure } from './failure';

/** A service with the files below a folder; what it logs goes nowhere unless `log` takes it. */
export function serviceIn(
  folder: string,
  language: Language,
  log: (line: string) => void = () => undefined,
): ReportService {
  return createReportService({ host: createNodeHost([folder]), settings: { ...defaultSettings, language }, log });
}

/** Throws a CommandFailure that lists the templates, those of the workspace among them, where `id` names none of them. */
export async function requireTemplate(
  id: string | undefined,
  service: ReportService,
  language: Language,
): Promise<void> {
  if (id === undefined) return;
  await service.start();
  const ids = service.templates.map((template) => template.id);
  if (ids.includes(id)) return;
  const near = closest(id, ids);
  const list = ids.join(', ');
  throw new CommandFailure(
    {
      en: `there is no template "${id}"${near === undefined ? '' : `, did you mean "${near}"?`} Templates: ${list}`,
      zh: `没有模板“${id}”${near === undefined ? '' : `，是否指“${near}”？`}现有模板：${list}`,
    },
    language,
  );
}
