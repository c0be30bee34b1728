/** The templates that an option or the configuration file names: there must be such templates. */
import type { Language } from '../base/message';
import { closest } from '../base/suggest';
import type { ReportService } from '../service';
import { at } from './configuration';
import { CommandFailure } from './failure';

/** Throws a CommandFailure that lists the templates, those of the workspace among them, where `id` names none of them. */
export async function requireTemplate(
  id: string | undefined,
  service: ReportService,
  { language, place }: { readonly language: Language; readonly place?: string },
): Promise<void> {
  if (id === undefined) return;
  await service.start();
  const ids = service.templates.map((template) => template.id);
  if (ids.includes(id)) return;
  const near = closest(id, ids);
  const list = ids.join(', ');
  const message = {
    en: `there is no template "${id}"${near === undefined ? '' : `, did you mean "${near}"?`} Templates: ${list}`,
    zh: `没有模板“${id}”${near === undefined ? '' : `，是否指“${near}”？`}现有模板：${list}`,
  };
  throw new CommandFailure(place === undefined ? message : at(place, message), language);
}
