/** What a kind of report must hold. Read from `*.template.yaml`; every value has been validated. */
import type { Message, Language } from '../base/message';
import type { Problem } from '../base/problem';
import type { Condition } from './expression';

/** Where a part of a report may stand: under a heading, in a paragraph before or after all headings, or anywhere. */
export type Place = 'heading' | 'lead' | 'closing' | 'any';

export interface SectionTemplate {
  readonly id: string;
  /** The heading to insert and to name it by, without a number. In the template's language. */
  readonly title: string;
  /** Unanchored; tested on heading titles, and for `lead`, `closing` and `any` on paragraphs. */
  readonly match: RegExp;
  readonly where: Place;
  readonly required: boolean;
  /** How many sections may meet it; `{min: 1, max: 1}` unless the template says otherwise. Where optional, `min` holds once there is one. */
  readonly count: Count;
  /** Whether its subsections keep the template's order. */
  readonly ordered: boolean;
  /** Whether it has no subsections but those of the template. */
  readonly closed: boolean;
  readonly guidance: Message | undefined;
  /** What must be said in it. */
  readonly items: readonly ItemTemplate[];
  /** Ids of metrics that must stand in it. */
  readonly metrics: readonly string[];
  /** Its subsections; every one is looked for under a heading one level below. */
  readonly sections: readonly SectionTemplate[];
  /** Markdown to insert below the heading, without the heading. Masks and `<<id:**>>` tags are its blanks. */
  readonly body: string;
}

export interface Count {
  readonly min: number;
  /** Infinity where there is no limit. */
  readonly max: number;
}

/** Something that a section must say, in any of its paragraphs. */
export interface ItemTemplate {
  /** What it is called in messages. */
  readonly title: Message;
  /** Unanchored; tested on each paragraph of the section and its subsections. */
  readonly match: RegExp;
}

export type MetricType = 'integer' | 'decimal' | 'percent' | 'money' | 'date' | 'text';

/** What a value of each type is, for messages; the English without its article. */
export const metricTypeNames: Readonly<Record<MetricType, Message>> = {
  integer: { en: 'whole number', zh: '整数' },
  decimal: { en: 'number', zh: '数字' },
  percent: { en: 'percentage', zh: '百分数' },
  money: { en: 'amount of money', zh: '金额' },
  date: { en: 'date', zh: '日期' },
  text: { en: 'text', zh: '文字' },
};

export interface MetricTemplate {
  readonly id: string;
  readonly label: Message;
  readonly type: MetricType;
  readonly unit: string | undefined;
  /** How many digits a value usually has: the width of its mask. */
  readonly digits: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** Below it a value is worth a look: what a rule of the trade asks for at least. */
  readonly floor: Floor | undefined;
  /** Who has the figure. */
  readonly owner: string | undefined;
  /** The day by which it is to be had, as it is written, such as `2025-01-10`. */
  readonly due: string | undefined;
  /** What to ask its owner. */
  readonly question: Message | undefined;
  /** Whether every report has it. */
  readonly required: boolean;
  /** Text before an untagged mask by which it is recognised as this metric; tested on the clause up to the mask. */
  readonly match: readonly RegExp[];
}

/** What a template is listed and chosen by. */
export interface TemplateHead {
  readonly id: string;
  readonly title: Message;
  readonly language: Language;
  /** Recognises reports of this kind by their title. */
  readonly match: RegExp | undefined;
}

/** A template that can be had; reading the whole costs milliseconds, and most are never needed. */
export interface TemplateEntry extends TemplateHead {
  /** The whole, read when it is first asked for; the same object every time. */
  load(): Template;
}

export interface Floor {
  readonly value: number;
  /** The rule, and where it is written. */
  readonly basis: Message | undefined;
}

/** What holds among metrics. Checked as soon as every metric in it has a value. */
export interface Relation {
  /** As the template writes it. */
  readonly source: string;
  readonly check: Condition;
  /** Where it does not hold, nothing is checked. */
  readonly when: Condition | undefined;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  /** Said instead of the expression. */
  readonly message: Message | undefined;
}

/** What a report of this kind must not say. */
export interface Forbidden {
  /** Unanchored; tested on each paragraph, and on the title. */
  readonly match: RegExp;
  readonly message: Message;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
}

/** The set phrases of which one ends a report of this kind. */
export interface Closing {
  readonly phrases: readonly string[];
  readonly required: boolean;
}

export interface Template extends TemplateHead {
  /** Whether its sections keep their order in a report. */
  readonly ordered: boolean;
  /** Whether a report has no sections but these. */
  readonly closed: boolean;
  readonly sections: readonly SectionTemplate[];
  readonly metrics: readonly MetricTemplate[];
  readonly relations: readonly Relation[];
  readonly forbidden: readonly Forbidden[];
  readonly closing: Closing | undefined;
  /** Severity by rule id. */
  readonly rules: ReadonlyMap<string, 'off' | 'error' | 'warning' | 'info' | 'hint'>;
}

/** A template as far as it could be read; `template` is undefined where its text is not a mapping or has no id. */
export interface LoadedTemplate {
  readonly template: Template | undefined;
  /** Code `invalid-template`; spans in the template file, messages begin with the property path. */
  readonly problems: readonly Problem[];
}

/** A template by its id; undefined where there is none, or where it would come to extend itself. */
export type FindTemplate = (id: string) => Template | undefined;
