/** Where what is under the cursor comes from: a tag's metric in its template and its data, a section's in its template, a file named in the front matter. */
import type { Location, LocationLink, Position } from 'vscode-languageserver-types';
import type { FigurePlace } from '../data/types';
import type { LineIndex } from '../base/lineIndex';
import { touches, type Span } from '../base/span';
import { frontMatterOf } from '../report/head';
import { placesIn, type NamedPlace } from '../template/places';
import { tagAt } from '../workspace/at';
import { tagsOf } from '../workspace/tags';
import { resolvePath } from '../workspace/host';
import type { Snapshot } from '../workspace/snapshot';
import { beginning, toOffset, toRange } from './convert';
import { defineFeature, type FeatureContext, type OpenFile, type PositionParams } from './feature';
import { familyOf } from './naming/families';
import type { Name } from './naming/name';
import { askedInFile, templateNameOf } from './naming/origin';

interface Found {
  /** What the answer is about. */
  readonly from: Span;
  readonly targets: readonly Location[];
}

export default defineFeature<PositionParams, readonly Location[] | readonly LocationLink[]>({
  method: 'textDocument/definition',
  capability: { definitionProvider: true },
  onBug: 'empty',
  empty: () => [],
  async handle(snapshot, { position }, ctx) {
    return shown(snapshot, await inReport(snapshot, toOffset(snapshot, position), ctx), ctx);
  },
  async handleFile(file, { position }, ctx) {
    return shown(file, await inFile(file, position, ctx), ctx);
  },
});

function shown(
  file: { readonly lines: LineIndex },
  found: Found | undefined,
  { client }: FeatureContext,
): readonly Location[] | readonly LocationLink[] {
  if (found === undefined || !client.definitionLinks) return found?.targets ?? [];
  const originSelectionRange = toRange(file, found.from);
  return found.targets.map(({ uri, range }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange: range,
    targetSelectionRange: range,
  }));
}

async function inReport(snapshot: Snapshot, offset: number, ctx: FeatureContext): Promise<Found | undefined> {
  const tag = tagAt(snapshot.parse, offset);
  if (tag !== undefined) return { from: tag.span, targets: await metricTargets(snapshot, tag.id, ctx) };
  const frontMatter = frontMatterOf(snapshot.parse);
  if (frontMatter !== undefined && touches(frontMatter.span, offset)) {
    const { template, data, previous } = frontMatter;
    if (template !== undefined && touches(template.span, offset)) {
      return { from: template.span, targets: templateTargets(template.value, ctx) };
    }
    const path = [...data, ...(previous ? [previous] : [])].find(({ span }) => touches(span, offset));
    return path && { from: path.span, targets: [{ uri: resolvePath(snapshot.uri, path.value), range: beginning }] };
  }
  const section = snapshot.report.sections.find(({ headingSpan }) => touches(headingSpan, offset));
  const entry = snapshot.analysis.outline.find(
    ({ placement }) => placement.kind === 'section' && placement.section === section,
  );
  if (section === undefined || entry === undefined) return undefined;
  const name = { kind: 'section', id: entry.requirement.id } as const;
  return { from: section.headingSpan, targets: definitionsOf(name, templateNameOf(snapshot), ctx) };
}

/** Of templates and data first; where neither says anything of the metric, where the report gives its value. */
async function metricTargets(snapshot: Snapshot, id: string, ctx: FeatureContext): Promise<readonly Location[]> {
  const targets = [...definitionsOf({ kind: 'metric', id }, templateNameOf(snapshot), ctx)];
  const { bound, template } = snapshot.known;
  const figure = bound?.figureOf(
    id,
    template?.metrics.find((metric) => metric.id === id),
  );
  if (figure !== undefined) targets.push(await figureTarget(figure.place, ctx));
  if (targets.length > 0) return targets;
  const given = [...tagsOf(snapshot, id)].find(({ state }) => state === 'filled');
  return given === undefined ? [] : [{ uri: snapshot.uri, range: toRange(snapshot, given.span) }];
}

/** A cell has no place that an editor could show; its file has. */
async function figureTarget(place: FigurePlace, { files }: FeatureContext): Promise<Location> {
  if (place.kind === 'cell') return { uri: place.uri, range: beginning };
  const bytes = await files.read(place.uri);
  const lines = files.linesOf(bytes === undefined ? '' : new TextDecoder().decode(bytes));
  return { uri: place.uri, range: toRange({ lines }, place.span) };
}

function templateTargets(id: string, ctx: FeatureContext): readonly Location[] {
  return ctx.files.templates.flatMap((file) => {
    const own = placesIn(file).id;
    return own?.id === id ? [locationOf(file, own, ctx)] : [];
  });
}

function definitionsOf({ kind, id }: Pick<Name, 'kind' | 'id'>, template: string | undefined, ctx: FeatureContext) {
  return familyOf(template, kind, id, ctx).files.flatMap((file): readonly Location[] =>
    placesIn(file)
      [kind === 'metric' ? 'metrics' : 'sections'].filter((place) => place.id === id && place.isDefinition)
      .map((place) => locationOf(file, place, ctx)),
  );
}

function locationOf(
  { uri, text }: { readonly uri: string; readonly text: string },
  { span }: NamedPlace,
  { files }: FeatureContext,
): Location {
  return { uri, range: toRange({ lines: files.linesOf(text) }, span) };
}

async function inFile(file: OpenFile, position: Position, ctx: FeatureContext): Promise<Found | undefined> {
  const offset = file.lines.offsetAt(position);
  if (file.kind === 'template') {
    const { base } = placesIn(file);
    if (base !== undefined && touches(base.span, offset)) {
      return { from: base.span, targets: templateTargets(base.id, ctx) };
    }
  }
  const asked = await askedInFile(file, position);
  if (asked === undefined) return undefined;
  const { name, origin } = asked;
  // Of a data file, the reports that are bound to it know the template.
  const templates =
    file.kind === 'template'
      ? [origin.template]
      : ctx.index
          .knownBeside(file.uri)
          .filter(({ links }) => links.some(({ uri }) => uri === file.uri))
          .map(({ template }) => template);
  const targets = [...new Set(templates)].flatMap((template) => definitionsOf(name, template, ctx));
  return { from: name.span, targets: unique(targets) };
}

function unique(locations: readonly Location[]): readonly Location[] {
  const seen = new Set<string>();
  return locations.filter((location) => {
    const key = JSON.stringify(location);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}
