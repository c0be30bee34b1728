/** What other reports of the workspace suggest for the front matter. Takes what is known of them, and waits for nothing. */
import { yamlText } from '../../base/yamlText';
import { titleOf } from '../../report/head';
import { fileName } from '../../rules/support/files';
import { chooseTemplate } from '../../template/choose';
import { relativePath, resolvePath } from '../../workspace/host';
import type { IndexedReport } from '../../workspace/index';
import type { FeatureContext } from '../feature';
import type { Offer } from './frontMatterWords';
import { siblingsOf } from './metrics';
import { movePeriod, periodEnd, periodIn, readPeriod, writePeriod, type Period } from './period';
import type { Place } from './place';

/** The template of the title first. */
export function templateIds({ snapshot: { parse } }: Place, { templates }: FeatureContext): readonly Offer[] {
  const choice = chooseTemplate(undefined, titleOf(parse)?.value, templates);
  const chosen = choice.kind === 'title' ? choice.template.id : undefined;
  const offers = templates.map(({ id, title }) => ({ value: id, about: title, also: `${title.zh} ${title.en}` }));
  return [...offers.filter(({ value }) => value === chosen), ...offers.filter(({ value }) => value !== chosen)];
}

/** The period of the title and the one before it, and those after the latest report and with it. */
export function periods(place: Place, ctx: FeatureContext): readonly Offer[] {
  const { parse, frontMatter, uri } = place.snapshot;
  const offers: Offer[] = [];
  const add = (period: Period, about: Offer['about']): void => {
    const value = writePeriod(period);
    if (offers.every((offer) => offer.value !== value)) offers.push({ value, about });
  };
  const named = periodIn(titleOf(parse)?.value ?? '');
  const previous = frontMatter?.previous && resolvePath(uri, frontMatter.previous.value);
  const dated = datedReports(place, ctx);
  const latest = dated.find(({ report }) => report.uri === previous) ?? dated[0];
  if (named !== undefined) add(named, { en: 'by the title', zh: '按标题' });
  if (latest !== undefined) {
    const name = fileName(latest.report.uri);
    add(movePeriod(latest.period, 1), { en: `follows ${name}`, zh: `接 ${name}` });
    add(latest.period, { en: `as in ${name}`, zh: `同 ${name}` });
  }
  if (named !== undefined) add(movePeriod(named, -1), { en: 'the period before', zh: '上一期' });
  return offers;
}

/** Reports of the same template: the newest of those before this one first. */
export function previousReports(place: Place, ctx: FeatureContext): readonly Offer[] {
  const { uri, frontMatter } = place.snapshot;
  const own = frontMatter?.period === undefined ? undefined : readPeriod(frontMatter.period.value);
  const limit = own === undefined ? Infinity : periodEnd(own);
  const dated = datedReports(place, ctx);
  const inOrder = [
    ...dated.filter(({ period }) => periodEnd(period) < limit),
    ...dated.filter(({ period }) => periodEnd(period) >= limit),
  ].map(({ report }) => report);
  const others = reportsFor(place, ctx).filter(({ period }) => period === undefined);
  return [...inOrder, ...others].slice(0, most).flatMap((report): Offer[] => {
    const path = relativePath(uri, report.uri);
    if (path === undefined) return [];
    const about = [report.period, report.title].filter((part) => part !== undefined).join(' · ');
    return [{ value: yamlText(path), about: { en: about, zh: about } }];
  });
}

/** The data files of other reports, those of the newest first. */
export function dataFiles(place: Place, ctx: FeatureContext): readonly Offer[] {
  const { uri, frontMatter } = place.snapshot;
  const named = new Set((frontMatter?.data ?? []).map(({ value }) => resolvePath(uri, value)));
  const offers = new Map<string, Offer>();
  const newest = [...datedReports(place, ctx).map(({ report }) => report), ...reportsFor(place, ctx)];
  for (const report of newest) {
    for (const link of report.links) {
      const path = link.kind === 'data' && !named.has(link.uri) ? relativePath(uri, link.uri) : undefined;
      if (path === undefined || offers.has(path)) continue;
      const name = fileName(report.uri);
      offers.set(path, { value: yamlText(path), about: { en: `data of ${name}`, zh: `${name} 的数据` } });
    }
    if (offers.size >= most) break;
  }
  return [...offers.values()];
}

/** The most frequent first. */
export function organisations(place: Place, ctx: FeatureContext): readonly Offer[] {
  const counts = new Map<string, number>();
  for (const { org } of reportsFor(place, ctx)) if (org !== undefined) counts.set(org, (counts.get(org) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([org, count]) => ({
      value: yamlText(org),
      about: { en: `in ${count} ${count === 1 ? 'report' : 'reports'}`, zh: `见于 ${count} 份报告` },
    }));
}

const most = 50;

/** Those of the same template; all where there are none. */
function reportsFor({ snapshot }: Place, ctx: FeatureContext): readonly IndexedReport[] {
  const siblings = siblingsOf(snapshot, ctx);
  return siblings.length > 0 ? siblings : ctx.index.knownBeside(snapshot.uri);
}

interface Dated {
  readonly report: IndexedReport;
  readonly period: Period;
}

/** The newest first. */
function datedReports(place: Place, ctx: FeatureContext): readonly Dated[] {
  return reportsFor(place, ctx)
    .flatMap((report): Dated[] => {
      const period = report.period === undefined ? undefined : readPeriod(report.period);
      return period === undefined ? [] : [{ report, period }];
    })
    .sort((a, b) => periodEnd(b.period) - periodEnd(a.period));
}
