/** In which other reports a metric is used, as far as they have been read: a hover waits for none. */
import { memoised } from '../../base/lazy';
import { fileName } from '../../rules/support/files';
import type { TemplateEntry } from '../../template/types';
import type { IndexedReport } from '../../workspace/index';
import type { Snapshot } from '../../workspace/snapshot';
import type { FeatureContext } from '../feature';
import { familyOf } from '../naming/families';
import { counted, listed, quoted, type Say } from './wording';

/** Those in which it means the same by their template. */
export function otherReportsLine(snapshot: Snapshot, id: string, ctx: FeatureContext): readonly string[] {
  const { uri, template, frontMatter } = snapshot;
  const users = ctx.index.knownUsing(id, uri);
  const others = sharing(users, template?.id ?? frontMatter?.template?.value, id, ctx);
  if (others.reports.length === 0) return [];
  const { count, names } = reportsNamed(others, id, ctx);
  return [ctx.say({ en: `used in ${count} beside this one: ${names}`, zh: `另有${count}使用：${names}` })];
}

export interface Users {
  readonly reports: readonly IndexedReport[];
  /** Whether these are all, as far as they have been read. */
  readonly areAll: boolean;
}

/** Of some reports, those whose template means the same metric as this one; without a template, those without one. Of very many the last. */
export function sharing(
  users: readonly IndexedReport[],
  template: string | undefined,
  id: string,
  ctx: FeatureContext,
): Users {
  if (users.length === 0) return { reports: [], areAll: true };
  const { templates } = familyOf(template, 'metric', id, ctx);
  const templateOf = templateUnder(ctx.templates);
  // In the order of their paths, in which the latest mostly come last.
  const reports = users.slice(-mostLooked).filter((report) => {
    const own = templateOf(report);
    return own === undefined ? template === undefined : templates.has(own);
  });
  return { reports, areAll: users.length <= mostLooked };
}

/** A person who has written more can do without the count, which would take longer than the rest of the hover. */
const mostLooked = 1000;

/** What each report's template is, while the templates are the same. */
const templateUnder = memoised((_: readonly TemplateEntry[]) => memoised((report: IndexedReport) => report.template));

/** How many there are, and the latest three with what they say. */
export function reportsNamed(
  { reports, areAll }: Users,
  id: string,
  { say, index }: Pick<FeatureContext, 'say' | 'index'>,
): { readonly count: string; readonly names: string } {
  const shown = latest(reports, mostShown).map((report) => nameOf(report, id, say));
  const more = reports.length > shown.length ? '…' : '';
  const { length } = reports;
  const atLeast = index.isComplete && areAll ? { en: '', zh: ' ' } : { en: 'at least ', zh: '至少 ' };
  return {
    count: say({ en: `${atLeast.en}${counted(length, 'report')}`, zh: `${atLeast.zh}${length} 份报告` }),
    names: `${listed(say, shown)}${more}`,
  };
}

const mostShown = 3;

function nameOf({ uri, title, usesOf }: IndexedReport, id: string, say: Say): string {
  const name = quoted(title ?? fileName(uri), 40);
  const value = usesOf(id).find(({ isFilled }) => isFilled)?.value;
  return value === undefined ? name : say({ en: `${name} (${quoted(value)})`, zh: `${name}（${quoted(value)}）` });
}

/** The first few by period, the latest first, without putting all in order. */
function latest(reports: readonly IndexedReport[], count: number): readonly IndexedReport[] {
  const chosen: IndexedReport[] = [];
  for (const report of reports) {
    const at = chosen.findIndex(({ period }) => (report.period ?? '') > (period ?? ''));
    if (at >= 0) chosen.splice(at, 0, report);
    else if (chosen.length < count) chosen.push(report);
    if (chosen.length > count) chosen.pop();
  }
  return chosen;
}
