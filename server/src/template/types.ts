/** What a kind of report must hold. Read from `*.template.yaml`; every value has been validated. */
import type { Message, Language } from '../base/message';
import type { Problem } from '../base/problem';

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
  readonly guidance: Message | undefined;
  /** Markdown to insert below the heading, without the heading. Masks and `<<id:**>>` tags are its blanks. */
  readonly body: string;
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

export interface Template extends TemplateHead {
  readonly sections: readonly SectionTemplate[];
  readonly metrics: readonly MetricTemplate[];
  /** Severity by rule id. */
  readonly rules: ReadonlyMap<string, 'off' | 'error' | 'warning' | 'info' | 'hint'>;
}

/** A template as far as it could be read; `template` is undefined where its text is not a mapping or has no id. */
export interface LoadedTemplate {
  readonly template: Template | undefined;
  /** Code `invalid-template`; spans in the template file, messages begin with the property path. */
  readonly problems: readonly Problem[];
}
