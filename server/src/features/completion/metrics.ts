/** Which metrics can be meant at a place, the likeliest first. */
import { memoised } from '../../base/lazy';
import type { GivenValue } from '../../analysis/standings';
import { definedAt } from '../../analysis/tagging';
import { blockFacts } from '../../report/facts';
import type { MetricTemplate, TemplateEntry } from '../../template/types';
import { blocksAt, tagAt } from '../../workspace/at';
import type { IndexedReport } from '../../workspace/index';
import type { FeatureContext } from '../feature';
import { idsWanted, partsAt } from './headings';
import type { Place } from './place';

export interface Candidate {
  readonly id: string;
  readonly definition: MetricTemplate | undefined;
  /** The first value that the report gives elsewhere. */
  readonly given: GivenValue | undefined;
  /** 0 for those that are wanted here and not used yet, up to 4 for those that only other reports have. */
  readonly group: 0 | 1 | 2 | 3 | 4;
  /** Whether the words before the place are those that come before this metric. */
  readonly fits: boolean;
}

/** `opener` is where the tag begins. The tag itself is no use of its id. */
export function metricsAt({ snapshot, offset, before }: Place, opener: number, ctx: FeatureContext): Candidate[] {
  const { template, parse } = snapshot;
  const { standings } = snapshot.known;
  const own = tagAt(parse, offset)?.id;
  const ids = new Set(standings.ids);
  const isOwnElsewhere =
    own !== undefined && (standings.ordersOf(own).length > 1 || countAt(snapshot, offset, own) > 1);
  const isUsed = (id: string): boolean => (id === own ? isOwnElsewhere : ids.has(id));
  const definitions = template?.metrics ?? [];
  const column = before.length - (offset - opener);
  const fitting = new Set(definedAt(before, column, definitions));
  const wanted = new Set(
    template === undefined ? [] : partsAt(snapshot, opener, template).flatMap((part) => [...idsWanted(part)]),
  );
  const candidates = definitions.map((definition): Candidate => {
    const { id } = definition;
    const fits = fitting.has(definition);
    const used = isUsed(id);
    const group = !used && wanted.has(id) ? 0 : fits ? 1 : used ? 3 : 2;
    return { id, definition, given: used ? standings.of(id).values[0] : undefined, group, fits };
  });
  const known = new Set(definitions.map(({ id }) => id));
  for (const id of [...ids].sort()) {
    if (known.has(id) || !isUsed(id)) continue;
    known.add(id);
    candidates.push({ id, definition: undefined, given: standings.of(id).values[0], group: 3, fits: false });
  }
  for (const id of idsElsewhere(snapshot, ctx)) {
    if (known.has(id)) continue;
    known.add(id);
    candidates.push({ id, definition: undefined, given: undefined, group: 4, fits: false });
  }
  return candidates.sort((a, b) => a.group - b.group || Number(b.fits) - Number(a.fits));
}

/** How often an id stands in the blocks around the place. */
function countAt({ parse }: Place['snapshot'], offset: number, id: string): number {
  const around = blocksAt(parse, { start: offset, end: offset });
  return around.flatMap(({ block }) => blockFacts(block).tags.filter((tag) => tag.id === id)).length;
}

/** The ids of some other reports of the same template. */
function* idsElsewhere(snapshot: Place['snapshot'], ctx: FeatureContext): Generator<string> {
  for (const { ids } of siblingsOf(snapshot, ctx).slice(-mostSiblings)) yield* ids;
}

/** As many as a person has written in years; all of a large workspace would take time. */
const mostSiblings = 48;

/** Other reports with the same template, as far as they have been read. */
export function siblingsOf(
  { uri, template, frontMatter }: Place['snapshot'],
  { index, templates }: FeatureContext,
): readonly IndexedReport[] {
  const own = template?.id ?? frontMatter?.template?.value;
  if (own === undefined) return [];
  const templateOf = templateUnder(templates);
  return index.knownBeside(uri).filter((report) => templateOf(report) === own);
}

/** What each report's template is, while the templates are the same. */
const templateUnder = memoised((_: readonly TemplateEntry[]) => memoised((report: IndexedReport) => report.template));
