/** Every place at which a name stands, in all files in which it means the same. */
import type { Range } from 'vscode-languageserver-types';
import { placesIn, type NamedPlace } from '../../template/places';
import type { IndexedReport } from '../../workspace/index';
import type { TemplateFile } from '../../workspace/library';
import { toRange } from '../convert';
import type { FeatureContext } from '../feature';
import { familyOf, type Family } from './families';
import { metricScope, type Origin, type ScopedData } from './metricScope';
import type { Name } from './name';

export interface Mention {
  readonly kind: 'report' | 'template' | 'data';
  readonly uri: string;
  /** Of the id alone. */
  readonly range: Range;
  /** Whether a template defines the name there, or a data file gives its figure. */
  readonly isDefinition: boolean;
}

export interface Mentions {
  /** File by file. */
  readonly all: readonly Mention[];
  readonly reports: readonly IndexedReport[];
  /** Cells of workbooks, which no text edit reaches. */
  readonly cells: readonly ScopedData[];
  readonly data: readonly ScopedData[];
  readonly families: readonly Family[];
}

/** Waits for the index. */
export async function mentionsOf(name: Name, origin: Origin, ctx: FeatureContext): Promise<Mentions> {
  return name.kind === 'metric' ? await metricMentions(name.id, origin, ctx) : await sectionMentions(name, origin, ctx);
}

async function metricMentions(id: string, origin: Origin, ctx: FeatureContext): Promise<Mentions> {
  const { reports, templates, data, families } = await metricScope(id, origin, ctx);
  const inReports = reports.flatMap(({ uri, usesOf }): Mention[] =>
    usesOf(id).map(({ idRange }) => ({ kind: 'report', uri, range: idRange, isDefinition: false })),
  );
  const inTemplates = templates.flatMap(({ file, places }) => inTemplate(file, places, ctx));
  const inData = data.flatMap(({ uri, text, place }): Mention[] => {
    if (text === undefined || place.kind !== 'text') return [];
    return [{ kind: 'data', uri, range: toRange({ lines: ctx.files.linesOf(text) }, place.span), isDefinition: true }];
  });
  const cells = data.filter(({ place }) => place.kind === 'cell');
  return { all: [...inReports, ...inTemplates, ...inData], reports, cells, data, families };
}

/** An id that no template defines means something in its own report alone. */
async function sectionMentions({ id }: Name, { uri, template }: Origin, ctx: FeatureContext): Promise<Mentions> {
  const family = familyOf(template, 'section', id, ctx);
  const all = await ctx.index.reports(ctx.cancel);
  const reports = all.filter(
    (report) =>
      report.sections.some((section) => section.id === id) &&
      (report.uri === uri ||
        (family.isDefined && report.template !== undefined && family.templates.has(report.template))),
  );
  const mentions: Mention[] = [];
  for (const report of reports) {
    const ranges = report.sections.flatMap((section) => (section.id === id ? (section.idRange ?? []) : []));
    ranges.push(...(await linksTo(id, report.uri, ctx)));
    for (const range of ranges) mentions.push({ kind: 'report', uri: report.uri, range, isDefinition: false });
    await ctx.cancel.pause();
  }
  for (const file of family.isDefined ? family.files : []) {
    const places = placesIn(file).sections.filter((place) => place.id === id);
    mentions.push(...inTemplate(file, places, ctx));
  }
  return { all: mentions, reports, cells: [], data: [], families: [family] };
}

function inTemplate(file: TemplateFile, places: readonly NamedPlace[], { files }: FeatureContext): readonly Mention[] {
  const lines = files.linesOf(file.text);
  return places.map(({ span, isDefinition }) => ({
    kind: 'template',
    uri: file.uri,
    range: toRange({ lines }, span),
    isDefinition,
  }));
}

/** Links to a section within its report: `[see there](#id)`. */
async function linksTo(id: string, uri: string, { files }: FeatureContext): Promise<readonly Range[]> {
  const bytes = await files.read(uri);
  const text = bytes === undefined ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const lines = files.linesOf(text);
  const link = `](#${id})`;
  const ranges: Range[] = [];
  for (let at = text.indexOf(link); at >= 0; at = text.indexOf(link, at + 1)) {
    ranges.push(toRange({ lines }, { start: at + 3, end: at + 3 + id.length }));
  }
  return ranges;
}
