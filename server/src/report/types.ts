/** A report as its author thinks of it: front matter, title, sections, series, metrics and masks, each with its place. */
import type { Message } from '../base/message';
import type { Problem } from '../base/problem';
import type { Span } from '../base/span';
import type { BlankKind, TagFault } from '../syntax/types';

/** A string in the front matter, with the span of its value. */
export interface Field {
  readonly value: string;
  readonly span: Span;
}

export interface FrontMatter {
  /** The whole block with both fences. */
  readonly span: Span;
  /** The YAML between the fences. */
  readonly bodySpan: Span;
  /** Template id (`report:`). */
  readonly template: Field | undefined;
  readonly title: Field | undefined;
  readonly period: Field | undefined;
  readonly org: Field | undefined;
  /** Paths of the data files that give its figures, relative to the report (`data:`). */
  readonly data: readonly Field[];
  /** Path of last period's report (`previous:`). */
  readonly previous: Field | undefined;
  readonly status: 'draft' | 'final';
  /** Severity by rule id (`rules:`), already validated. */
  readonly rules: ReadonlyMap<string, 'off' | 'error' | 'warning' | 'info' | 'hint'>;
}

/** How a heading is numbered; `value` counts from 1. `span` covers the mark with its punctuation. */
export interface HeadingNumber {
  readonly style: '一、' | '（一）' | '1.' | '（1）' | '第一章';
  readonly value: number;
  readonly span: Span;
}

export interface Section {
  /** Position in `Report.sections`. */
  readonly index: number;
  /** The author's `{#id}`. */
  readonly id: string | undefined;
  /** Without number, Markdown marks and `{#id}`; trimmed. */
  readonly title: string;
  readonly number: HeadingNumber | undefined;
  /** 1 is the outermost level in use. */
  readonly level: number;
  readonly parent: number | undefined;
  /** Whether a Markdown heading or a line such as `一、…` begins it. */
  readonly form: 'markdown' | 'text';
  /** From the start of the heading's line to the start of the next section of the same or an outer level. */
  readonly span: Span;
  /** The heading's line without its line ending. */
  readonly headingSpan: Span;
  readonly titleSpan: Span;
  /** Whether neither text nor a subsection follows its heading. */
  readonly isEmpty: boolean;
}

/** A paragraph, or a line of one where the text has no blank lines between its paragraphs. */
export interface Paragraph {
  /** What a reader sees: tags replaced by their values, marks of emphasis dropped. */
  readonly text: string;
  /** The same line as it is written; `span` is its place. */
  readonly source: string;
  readonly span: Span;
  /** The innermost section it stands in; undefined before the first heading. */
  readonly section: number | undefined;
}

/** One clause of `一是…二是…`, `首先…其次…` or `第一，…第二，…`. `ordinal` counts from 1. `span` covers the mark alone. */
export interface SeriesItem {
  readonly ordinal: number;
  readonly mark: string;
  readonly span: Span;
}

export interface Series {
  readonly style: '一是' | '首先' | '第一';
  readonly items: readonly SeriesItem[];
}

export type MetricState = 'filled' | 'masked' | 'reference' | 'malformed';

/** One tag in the text. */
export interface MetricUse {
  readonly id: string;
  readonly value: string | undefined;
  readonly state: MetricState;
  /** What a blank here would stand for, judged by the words around it. */
  readonly kind: BlankKind;
  /** The unit or measure word that follows, such as `次` or `余万元`. */
  readonly unit: string | undefined;
  readonly span: Span;
  readonly idSpan: Span;
  readonly valueSpan: Span | undefined;
  readonly fault: TagFault | undefined;
  readonly section: number | undefined;
}

/** One untagged mask. */
export interface MaskUse {
  readonly kind: BlankKind;
  readonly text: string;
  readonly unit: string | undefined;
  readonly span: Span;
  readonly section: number | undefined;
}

/** A blank that is still to be filled: an untagged mask, or a tag whose value is masked. In document order. */
export interface Blank {
  readonly kind: BlankKind;
  /** The mask itself, or nothing for an empty value. */
  readonly text: string;
  /** What filling replaces: the mask, or the tag's value (empty for `<<id:>>`). */
  readonly span: Span;
  /** The tag's id; undefined for an untagged mask. */
  readonly metric: string | undefined;
  readonly unit: string | undefined;
  readonly section: number | undefined;
}

export interface Report {
  readonly text: string;
  /** That of the text. */
  readonly length: number;
  readonly frontMatter: FrontMatter | undefined;
  /** From the front matter, else the only first-level heading, else the first line of a plain text. */
  readonly title: Field | undefined;
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
  readonly series: readonly Series[];
  readonly metrics: readonly MetricUse[];
  readonly masks: readonly MaskUse[];
  readonly blanks: readonly Blank[];
  /** What is wrong with the front matter; code `invalid-front-matter`. */
  readonly problems: readonly Problem[];
}

/** The name of a kind of blank for messages. */
export const blankKindNames: Readonly<Record<BlankKind, Message>> = {
  figure: { en: 'figure', zh: '数字' },
  date: { en: 'date', zh: '日期' },
  name: { en: 'name', zh: '名称' },
};
