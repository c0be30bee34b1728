/** The option `--template`: it must name a template that there is. */
import type { Language } from '../base/message';
import { closest } from '../base/suggest';
import type { ReportService } from '../service';
import { CommandFailure } from './failure';

/** Throws a CommandFailure that lists the templates where `id` names none of them. */
export function requireTemplate(
  id: string | undefined,
  templates: ReportService['templates'],
  language: Language,
): void {
  const ids = templates.map((template) => template.id);
  if (id === undefined || ids.includes(id)) return;
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
