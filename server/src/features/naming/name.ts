/** The name under the cursor: the id of a metric or of a section, in a report, a template or a data file. */
import type { Position } from 'vscode-languageserver-types';
import { touches, type Span } from '../../base/span';
import { readFigures } from '../../data/read';
import { placesIn } from '../../template/places';
import { lineAt, tagAt } from '../../workspace/at';
import type { Snapshot } from '../../workspace/snapshot';
import { toOffset } from '../convert';
import type { OpenFile } from '../feature';

export interface Name {
  readonly kind: 'metric' | 'section';
  readonly id: string;
  /** Of the id alone. */
  readonly span: Span;
}

/** Anywhere in a tag the metric is meant, and anywhere in `{#id}` the section. */
export function nameInReport(snapshot: Snapshot, position: Position): Name | undefined {
  const offset = toOffset(snapshot, position);
  const tag = tagAt(snapshot.parse, offset);
  if (tag !== undefined) return { kind: 'metric', id: tag.id, span: tag.idSpan };
  const { text, start } = lineAt(snapshot.parse, offset);
  const mark = /^ {0,3}#{1,6}[ \t].*?(\{#([\p{L}\p{N}_.-]+)\})[ \t]*$/u.exec(text);
  if (mark === null) return undefined;
  const [, braces = '', id = ''] = mark;
  const from = start + text.lastIndexOf(braces);
  const isThere = touches({ start: from, end: from + braces.length }, offset);
  return isThere ? { kind: 'section', id, span: { start: from + 2, end: from + 2 + id.length } } : undefined;
}

export async function nameInFile(file: OpenFile, position: Position): Promise<Name | undefined> {
  const offset = file.lines.offsetAt(position);
  if (file.kind === 'template') {
    const { metrics, sections } = placesIn(file);
    for (const [kind, places] of [
      ['metric', metrics],
      ['section', sections],
    ] as const) {
      const place = places.find((each) => touches(each.span, offset));
      if (place !== undefined) return { kind, id: place.id, span: place.span };
    }
    return undefined;
  }
  const { byId, text } = await readFigures(file.uri, new TextEncoder().encode(file.text));
  for (const [id, { named }] of byId) {
    const span = named.kind === 'text' ? idWithin(text ?? '', named.span, id) : undefined;
    if (span !== undefined && touches(span, offset)) return { kind: 'metric', id, span };
  }
  return undefined;
}

/** The id itself where its cell or key has quotes around it. */
export function idWithin(text: string, { start, end }: Span, id: string): Span | undefined {
  const at = text.slice(start, end).indexOf(id);
  return at < 0 ? undefined : { start: start + at, end: start + at + id.length };
}
