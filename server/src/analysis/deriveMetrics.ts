/** The metrics that reports of one kind give, for a template made from them. */
import type { Message } from '../base/message';
import type { MetricUse } from '../report/types';
import type { MetricTemplate, MetricType } from '../template/types';
import type { Analysis } from './types';
import { regExpOf } from './titles';
import { fitsType, parseNumber } from './value';

/** As a template file writes it. */
export interface DerivedMetric {
  readonly id: string;
  readonly label: string | Message;
  readonly type: MetricType;
  readonly unit?: string;
  readonly digits?: number;
  readonly owner?: string;
  readonly due?: string;
  readonly question?: Message;
  readonly required?: true;
  readonly match?: string | readonly string[];
}

interface Use {
  readonly use: MetricUse;
  readonly text: string;
  /** The words before it. */
  readonly clause: string;
}

interface Known {
  readonly id: string;
  readonly uses: Use[];
  readonly reports: Set<Analysis>;
  definition: MetricTemplate | undefined;
}

/** In the order in which they first come. */
export function deriveMetrics(analyses: readonly Analysis[]): readonly DerivedMetric[] {
  const metrics = new Map<string, Known>();
  for (const analysis of analyses) {
    const { text } = analysis.report;
    for (const use of analysis.report.metrics) {
      if (use.state === 'malformed') continue;
      const known = metrics.get(use.id) ?? { id: use.id, uses: [], reports: new Set(), definition: undefined };
      metrics.set(use.id, known);
      known.reports.add(analysis);
      known.definition ??= analysis.bindings.get(use.id)?.definition;
      if (use.state !== 'reference') known.uses.push({ use, text, clause: clauseBefore(text, use.span.start) });
    }
  }
  const all = [...metrics.values()];
  return all.map((each) => derive(each, all, analyses.length));
}

function derive({ id, uses, reports, definition }: Known, all: readonly Known[], count: number): DerivedMetric {
  const type = typeOf(uses, definition);
  const unit = type === 'percent' ? '%' : unitOf(uses, definition);
  const digits = type === 'date' || type === 'text' ? undefined : digitsOf(uses);
  const contexts = [...new Set(uses.flatMap(({ clause }) => contextOf(clause) ?? []))].filter((context) => {
    const regExp = regExpOf(context);
    return all.every((other) => other.id === id || !other.uses.some(({ clause }) => regExp.test(clause)));
  });
  const [first] = contexts;
  const { owner, due, question } = definition ?? {};
  return {
    id,
    label: definition?.label ?? labelOf(id, uses),
    type,
    ...(unit !== undefined && { unit }),
    ...(digits !== undefined && { digits }),
    ...(owner !== undefined && { owner }),
    ...(due !== undefined && { due }),
    ...(question !== undefined && { question }),
    // One report does not show what every report has.
    ...(count > 1 && reports.size === count && { required: true as const }),
    ...(first !== undefined && { match: contexts.length === 1 ? first : contexts.slice(0, mostContexts) }),
  };
}

const mostContexts = 3;

function typeOf(uses: readonly Use[], definition: MetricTemplate | undefined): MetricType {
  const values = uses.flatMap(({ use }) => (use.state === 'filled' ? (use.value ?? []) : []));
  const fits = (type: MetricType): boolean => values.every((value) => fitsType(value, type));
  if (definition !== undefined && fits(definition.type)) return definition.type;
  const likely = likelyType(uses, values);
  return [likely, 'decimal' as const].find(fits) ?? 'text';
}

function likelyType(uses: readonly Use[], values: readonly string[]): MetricType {
  const written = uses.map(({ use }) => use.value ?? '');
  if (uses.some(({ use }) => use.kind === 'date')) return 'date';
  if (uses.some(({ use }) => use.kind === 'name')) return 'text';
  if (values.length === 0 && !written.some((mask) => /[*＊xX×_□○]/.test(mask))) return 'text';
  if (values.some((value) => parseNumber(value) === undefined)) return 'text';
  const isPercent = ({ use, text }: Use): boolean =>
    /[%％]$/.test(use.value ?? '') || /^ ?[%％]/.test(text.slice(use.span.end, use.span.end + 2));
  if (uses.some(isPercent)) return 'percent';
  const isMoney = ({ use, clause }: Use): boolean =>
    /(?:元|USD|EUR|GBP|CNY)$/.test(use.unit ?? '') || /[$€£¥￥]\s?$/.test(clause);
  if (uses.some(isMoney)) return 'money';
  return written.some((value) => /[.．]/.test(value)) ? 'decimal' : 'integer';
}

function unitOf(uses: readonly Use[], definition: MetricTemplate | undefined): string | undefined {
  const units = new Set(uses.flatMap(({ use }) => use.unit?.replace(/^[余多来几]+/, '') ?? []));
  const [unit] = units;
  if (units.size > 1) return undefined;
  return unit ?? definition?.unit;
}

/** Where all values and masks have as many digits before the point. */
function digitsOf(uses: readonly Use[]): number | undefined {
  const widths = new Set(
    uses.map(
      ({ use }) => /^[^\d０-９*＊xX×]*([\d０-９*＊xX×,，]+)/.exec(use.value ?? '')?.[1]?.replace(/[,，]/g, '').length,
    ),
  );
  const [width] = widths;
  return widths.size === 1 && width !== undefined && width <= 20 ? width : undefined;
}

/** The words between the last mark of punctuation, tag or cell and the offset. */
function clauseBefore(text: string, offset: number): string {
  const window = text.slice(Math.max(0, offset - 48), offset);
  return (window.split(/[。；，：、（）“”;:,()"\r\n|]|>>|\. /).at(-1) ?? '').trimStart();
}

/** A pattern of the last words of the clause, as a template recognises an untagged mask; undefined where there are too few. */
function contextOf(clause: string): string | undefined {
  const plain = clause.replace(/^[-+#>\s]+/, '');
  const [, words = '', sign = ''] = /^(.*?)\s*([$€£¥￥]?)\s*$/.exec(plain) ?? [];
  const end = sign === '' ? '\\s*$' : '\\s*[$€£¥￥]\\s*$';
  const han = /\p{Script=Han}{2,8}$/u.exec(words)?.[0];
  if (han !== undefined) return `${han}${end}`;
  const latin = /(?:[A-Za-z]+ ){0,2}[A-Za-z]+$/.exec(words)?.[0];
  if (latin === undefined || !/[A-Za-z]{3}/.test(latin)) return undefined;
  return `(?i)\\b${latin.toLowerCase().split(' ').join('\\s+')}${end}`;
}

/** The Chinese words before it, else those of its id. */
function labelOf(id: string, uses: readonly Use[]): string {
  const han = uses.map(({ clause }) => /\p{Script=Han}{2,}$/u.exec(clause)?.[0]).find((each) => each !== undefined);
  if (han !== undefined) return han.slice(-12);
  const words = id.replace(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
