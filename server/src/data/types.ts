/** Figures that a data file gives, each with its place. */
import type { Problem } from '../base/problem';
import type { Span } from '../base/span';

/** Where a figure stands: at a range of a text, or in a cell of a sheet. */
export type FigurePlace =
  | {
      readonly kind: 'text';
      readonly uri: string;
      /** UTF-16 offsets in the decoded text, a byte order mark not counted. */
      readonly span: Span;
    }
  | {
      readonly kind: 'cell';
      readonly uri: string;
      readonly sheet: string;
      /** Such as `B7`; the first cell of a merged range. */
      readonly cell: string;
    };

/** What may be said of a figure. Every text is trimmed; undefined where nothing is said. */
export interface Figure {
  /** Undefined where the figure is known by its label alone. */
  readonly id: string | undefined;
  /** As an author would write it in a tag, such as `12`, `95.1%` or `2024-03-05`; undefined while it is not known. */
  readonly value: string | undefined;
  readonly unit: string | undefined;
  readonly label: string | undefined;
  readonly source: string | undefined;
  /** The day to which the figure holds, as it is written. */
  readonly asOf: string | undefined;
  readonly owner: string | undefined;
  readonly note: string | undefined;
  /** Of its value; where that is left empty, of its id or label. */
  readonly place: FigurePlace;
  /** Of its id; where it has none, of its label. */
  readonly named: FigurePlace;
}

export type FigureField = Exclude<keyof Figure, 'place' | 'named'>;

/** The kinds of file that figures are read from. */
export type FigureFile = 'yaml' | 'csv' | 'xlsx';

/** What a data file holds, as far as it could be read. */
export interface Figures {
  readonly uri: string;
  readonly byId: ReadonlyMap<string, Figure>;
  /** Figures without an id, by `labelKey` of their label: they belong to the metric that a template labels so. */
  readonly byLabel: ReadonlyMap<string, Figure>;
  /** Code `invalid-data`. Spans are of `text`; without a text they are empty, and the messages name the cell. */
  readonly problems: readonly Problem[];
  /** The decoded text of a YAML or CSV file; undefined where the bytes are not text. */
  readonly text: string | undefined;
}

/** The form of a label by which figures are found: letter case, width of letters and spaces make no difference. */
export function labelKey(label: string): string {
  return label.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/** A place as a person reads it: `Sheet1!B7`; nothing for a text, where the range says it. */
export function placeName(place: FigurePlace): string {
  return place.kind === 'cell' ? `${place.sheet}!${place.cell}` : '';
}
