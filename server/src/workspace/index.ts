/** What every report of the workspace says, for answers that look beyond one document. */
import type { Cancel } from '../base/cancel';
import type { LineColumn } from '../base/lineIndex';

/** A range by lines and columns, in the client's encoding. */
export interface LineRange {
  readonly start: LineColumn;
  readonly end: LineColumn;
}

/** One tag of a report. */
export interface IndexedUse {
  readonly id: string;
  /** As it is written; undefined for a reference. */
  readonly value: string | undefined;
  readonly isFilled: boolean;
  readonly range: LineRange;
  readonly idRange: LineRange;
}

export interface IndexedSection {
  /** As an outline shows it: its number and its title. */
  readonly name: string;
  /** The author's `{#id}`. */
  readonly id: string | undefined;
  readonly idRange: LineRange | undefined;
  /** 1 is the outermost. */
  readonly level: number;
  readonly headingRange: LineRange;
}

/** A file that the front matter of a report names. */
export interface IndexedLink {
  readonly kind: 'data' | 'previous';
  /** As the report writes it. */
  readonly path: string;
  readonly uri: string;
  /** Of the path in the report. */
  readonly range: LineRange;
}

export interface IndexedReport {
  readonly uri: string;
  readonly title: string | undefined;
  /** The id of the template that applies, or that the report names. */
  readonly template: string | undefined;
  readonly period: string | undefined;
  /** The body that reports. */
  readonly org: string | undefined;
  readonly status: 'draft' | 'final';
  readonly links: readonly IndexedLink[];
  readonly sections: readonly IndexedSection[];
  readonly totals: { readonly metrics: number; readonly filled: number; readonly blanks: number };
  /** The ids of its metrics. */
  readonly ids: readonly string[];
  uses(id: string): boolean;
  /** Its tags of one id, in order. */
  usesOf(id: string): readonly IndexedUse[];
}

/** All reports in the folders of the workspace and all that are open; what an editor holds goes before what the disk holds. */
export interface WorkspaceIndex {
  /** Reads what has not been read yet, which may take seconds the first time; others have their turn meanwhile. In the order of URIs. */
  reports(cancel: Cancel): Promise<readonly IndexedReport[]>;
  /** Those with a tag of the id. */
  reportsUsing(id: string, cancel: Cancel): Promise<readonly IndexedReport[]>;
  /** Whether every report has been read, so that `known` is all of them. */
  readonly isComplete: boolean;
  /** Those that have been read, without waiting for others. */
  readonly known: readonly IndexedReport[];
  /** The same without one of them, which need not be looked at then. In any order. */
  knownBeside(uri: string): readonly IndexedReport[];
  /** Of these, those with a tag of the id. Costs what it gives, not what the workspace holds. */
  knownUsing(id: string, beside: string): readonly IndexedReport[];
}
