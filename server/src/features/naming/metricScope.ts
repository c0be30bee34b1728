/** How far a metric's name reaches: the reports, templates and data files in which it means the same. */
import { readFigures } from '../../data/read';
import { placeName, type FigurePlace } from '../../data/types';
import { fileName } from '../../rules/support/files';
import { placesIn, type NamedPlace } from '../../template/places';
import type { IndexedReport } from '../../workspace/index';
import type { TemplateFile } from '../../workspace/library';
import type { FeatureContext } from '../feature';
import { familyOf, type Family } from './families';
import { idWithin } from './name';

export interface ScopedTemplate {
  readonly file: TemplateFile;
  readonly places: readonly NamedPlace[];
}

export interface ScopedData {
  readonly uri: string;
  /** Undefined for a workbook. */
  readonly text: string | undefined;
  readonly place: FigurePlace;
}

export interface Scope {
  readonly id: string;
  readonly reports: readonly IndexedReport[];
  readonly templates: readonly ScopedTemplate[];
  /** Each with the place of the id. */
  readonly data: readonly ScopedData[];
  readonly families: readonly Family[];
}

/** Where the search begins. */
export interface Origin {
  /** A report, a template or a data file. */
  readonly uri: string;
  /** The id of the template that the report follows, or that the file is. */
  readonly template: string | undefined;
}

/**
 * From the origin to all reports of the same family of templates, to those that are bound to the same data with this id, and to those
 * of which one is the period before the other. Waits for the index.
 */
export async function metricScope(id: string, origin: Origin, ctx: FeatureContext): Promise<Scope> {
  const users = await ctx.index.reportsUsing(id, ctx.cancel);
  const families = new Map<string, Family>();
  const reached = new Set<string>();
  /** The reports of the period before. */
  const earlier = new Set<string>();
  const data = new Map<string, ScopedData | undefined>();
  const templates = new Set<string>();
  const addFamily = (template: string | undefined): void => {
    const family = template === undefined ? undefined : familyOf(template, 'metric', id, ctx);
    if (family === undefined || families.has(family.key)) return;
    families.set(family.key, family);
    for (const each of family.templates) templates.add(each);
  };
  const isReached = ({ uri, template, links }: IndexedReport): boolean =>
    uri === origin.uri ||
    earlier.has(uri) ||
    (template !== undefined && templates.has(template)) ||
    links.some((link) => (link.kind === 'data' ? data.get(link.uri) !== undefined : reached.has(link.uri)));

  addFamily(origin.template);
  data.set(origin.uri, await placeInData(origin.uri, id, ctx));
  for (let isGrowing = true; isGrowing;) {
    isGrowing = false;
    for (const report of users) {
      if (reached.has(report.uri) || !isReached(report)) continue;
      isGrowing = true;
      reached.add(report.uri);
      addFamily(report.template);
      for (const { kind, uri } of report.links) {
        if (kind === 'previous') earlier.add(uri);
        else if (!data.has(uri)) data.set(uri, await placeInData(uri, id, ctx));
      }
      await ctx.cancel.pause();
    }
  }
  const files = new Set([...families.values()].flatMap((family) => family.files));
  return {
    id,
    reports: users.filter(({ uri }) => reached.has(uri)),
    templates: [...files].flatMap((file) => {
      const places = placesIn(file).metrics.filter((place) => place.id === id);
      return places.length === 0 ? [] : [{ file, places }];
    }),
    data: [...data.values()].flatMap((each) => each ?? []),
    families: [...families.values()],
  };
}

/** Where a data file names a metric; undefined where it does not, or is none. */
export async function placeInData(
  uri: string,
  id: string,
  { files }: Pick<FeatureContext, 'files'>,
): Promise<ScopedData | undefined> {
  if (/\.md$/i.test(uri) || /\.template\.ya?ml$/i.test(uri)) return undefined;
  const bytes = await files.read(uri);
  const figures = bytes && (await readFigures(uri, bytes));
  const named = figures?.byId.get(id)?.named;
  if (figures === undefined || named === undefined) return undefined;
  if (named.kind === 'cell' || figures.text === undefined) return { uri, text: undefined, place: named };
  const span = idWithin(figures.text, named.span, id);
  return span && { uri, text: figures.text, place: { ...named, span } };
}

/** A data file and the cell in it, as a person names them. */
export function dataName({ uri, place }: ScopedData): string {
  const cell = placeName(place);
  return `${fileName(uri)}${cell === '' ? '' : ` (${cell})`}`;
}
