/** A report held against its template: which section meets which requirement, which metric has which value. */
import type { MetricUse, Paragraph, Report, Section } from '../report/types';
import type { Bound } from './bound';
import type { MetricTemplate, SectionTemplate, Template } from '../template/types';

/** How a required or optional part of a template is met. */
export type Placement =
  | { readonly kind: 'section'; readonly section: Section; readonly isMisplaced: boolean }
  | { readonly kind: 'paragraph'; readonly paragraph: Paragraph }
  | { readonly kind: 'missing' };

export interface OutlineEntry {
  readonly requirement: SectionTemplate;
  readonly placement: Placement;
  /** Further headings of the same level that meet the requirement, in order. */
  readonly also: readonly Section[];
  /** The section of which it is a subsection. */
  readonly parent: Section | undefined;
  /** Offset of the line start (or the text's end) where the part belongs, whether it is there or not. */
  readonly insertAt: number;
  /** The section before which it belongs; undefined at the end of the report, or of the section that it is a part of. */
  readonly before: Section | undefined;
}

/** All uses of one metric id in the report. */
export interface MetricBinding {
  readonly id: string;
  readonly definition: MetricTemplate | undefined;
  readonly uses: readonly MetricUse[];
  /** The different filled values, normalised (digits, separators, width) for comparison, each with its first use. */
  readonly values: ReadonlyMap<string, MetricUse>;
}

export interface Analysis {
  readonly report: Report;
  readonly template: Template | undefined;
  /** What data files and last period's report say; undefined where the report names none. */
  readonly bound: Bound | undefined;
  /** One entry for each section of the template, in its order, subsections behind the section that they are in; empty without a template. */
  readonly outline: readonly OutlineEntry[];
  readonly bindings: ReadonlyMap<string, MetricBinding>;
  readonly totals: Totals;
}

export interface Totals {
  /** Tags that are not malformed, and how many of them have a value (their own, or for a reference the one given elsewhere). */
  readonly metrics: number;
  readonly filled: number;
  readonly blanks: number;
}
