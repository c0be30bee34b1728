/** One immutable state of a document with everything that is known about it, worked out when first asked for and kept. */
import { analyse } from '../analysis/analyse';
import type { Analysis } from '../analysis/types';
import { createLineIndex, type LineIndex } from '../base/lineIndex';
import type { Severity } from '../base/problem';
import { buildReport } from '../report/build';
import { isReport, modeOf } from '../report/detect';
import type { Report } from '../report/types';
import { runRules, type Diagnosis } from '../rules/run';
import type { Lexicon } from '../syntax/mask/lexicon';
import { parse } from '../syntax/parse';
import type { Parse } from '../syntax/types';
import { chooseTemplate, type Choice } from '../template/choose';
import type { Template } from '../template/types';
import type { Document } from './documents';

export interface Snapshot extends Document {
  /** Differs between any two states that could give different answers, also where the version is the same. */
  readonly revision: number;
  /** Whether the document is a report at all. The rest can be asked for in any case. */
  readonly isReport: boolean;
  readonly lines: LineIndex;
  readonly parse: Parse;
  readonly report: Report;
  readonly templateChoice: Choice;
  /** The template that applies. */
  readonly template: Template | undefined;
  readonly analysis: Analysis;
  /** What the rules find, in the order of the text. */
  readonly diagnoses: readonly Diagnosis[];
}

/** What the answers depend on besides the document. */
export interface SnapshotContext {
  readonly revision: number;
  readonly lexicon: Lexicon;
  readonly templates: readonly Template[];
  /** From the settings, by rule id. */
  readonly severities: ReadonlyMap<string, 'off' | Severity>;
  /** A template named from outside, which goes before the one that the report names. */
  readonly templateName?: string | undefined;
  /** The parse of an earlier state of the document with the same lexicon. */
  readonly previous?: Parse | undefined;
}

/** The language id under which the editor knows reports. */
export const reportLanguageId = 'tallymark';

export function createSnapshot(document: Document, context: SnapshotContext): Snapshot {
  const { uri, version, languageId, text } = document;
  const { revision, lexicon, templates, severities, templateName, previous } = context;
  const report = lazy(() => buildReport(parsed()));
  const parsed = lazy(() => parse(text, { mode: modeOf(uri), lexicon, previous }));
  const choice = lazy(() =>
    chooseTemplate(templateName ?? report().frontMatter?.template?.value, report().title?.value, templates),
  );
  const analysis = lazy(() => analyse(report(), templateOf(choice())));
  const lines = lazy(() => createLineIndex(text));
  const diagnoses = lazy(() => runRules(analysis(), { templates, severities }));
  const detected = lazy(() => languageId === reportLanguageId || isReport(uri, text));
  return {
    uri,
    version,
    languageId,
    text,
    revision,
    get isReport() {
      return detected();
    },
    get lines() {
      return lines();
    },
    get parse() {
      return parsed();
    },
    get report() {
      return report();
    },
    get templateChoice() {
      return choice();
    },
    get template() {
      return templateOf(choice());
    },
    get analysis() {
      return analysis();
    },
    get diagnoses() {
      return diagnoses();
    },
  };
}

function templateOf(choice: Choice): Template | undefined {
  return choice.kind === 'named' || choice.kind === 'title' ? choice.template : undefined;
}

function lazy<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => (kept ??= { value: compute() }).value;
}
