/** One immutable state of a document with everything that is known about it, worked out when first asked for and kept. */
import { analyse } from '../analysis/analyse';
import type { Analysis } from '../analysis/types';
import type { PositionEncoding } from '../base/encoding';
import { lazy } from '../base/lazy';
import type { LineColumn, LineIndex } from '../base/lineIndex';
import type { Severity } from '../base/problem';
import { buildReport } from '../report/build';
import { isReport, modeOf } from '../report/detect';
import type { Report } from '../report/types';
import type { Diagnosis } from '../rules/run';
import type { PhraseList } from '../rules/support/phrases';
import type { Lexicon } from '../syntax/mask/lexicon';
import { parse } from '../syntax/parse';
import type { Parse } from '../syntax/types';
import { chooseTemplate, type Choice } from '../template/choose';
import type { Template, TemplateEntry } from '../template/types';
import { createChecker, structureOf, type Checker } from './checker';
import { clientLines, type Document } from './documents';
import type { Files } from './files';
import { countOf, diagnosesOf, nearestFindings, type ShownFinding } from './findings';

export interface Snapshot extends Omit<Document, 'content'> {
  readonly text: string;
  /** Differs between any two states that could give different answers, also where the version is the same. */
  readonly revision: number;
  /** Whether the document is a report at all. The rest can be asked for in any case. */
  readonly isReport: boolean;
  /** With columns as the client counts them. */
  readonly lines: LineIndex;
  readonly parse: Parse;
  readonly report: Report;
  readonly templateChoice: Choice;
  /** The template that applies. */
  readonly template: Template | undefined;
  readonly analysis: Analysis;
  /** What the rules find, in the order of the text. */
  readonly diagnoses: readonly Diagnosis[];
  readonly findings: Findings;
  /** The offset of the last edit; 0 before the first. */
  readonly editedAt: number;
  /** What features keep from one state of an open document to the next, only to answer sooner or by difference; its key is the request. */
  readonly memory: Map<string, unknown>;
}

/** What the rules find, for showing: costs what is shown, not what the report holds. */
export interface Findings {
  readonly count: number;
  /** At most `limit`, the worst first to be kept and then the nearest to the offset `near`; in the order of the text. */
  nearest(limit: number, near: number): readonly ShownFinding[];
}

/** What the answers depend on besides the document. */
export interface SnapshotContext {
  readonly revision: number;
  readonly lexicon: Lexicon;
  readonly templates: readonly TemplateEntry[];
  /** From the settings, by rule id. */
  readonly severities: ReadonlyMap<string, 'off' | Severity>;
  /** Set phrases where the workspace has some of its own. */
  readonly phrases?: PhraseList | undefined;
  /** A template named from outside, which goes before the one that the report names. */
  readonly templateName?: string | undefined;
  /** The one for a report that names none. */
  readonly usualTemplate?: string | undefined;
  /** What data the front matter of a report binds it to. */
  readonly boundFor?: Files['boundFor'] | undefined;
  /** One that has checked earlier states of the document with the same templates and severities. */
  readonly checker?: Checker | undefined;
  /** That of the document; it lives as long as the document is open. */
  readonly memory?: Map<string, unknown> | undefined;
  /** The unit of the columns that `lines` gives and takes; UTF-16 unless said otherwise. */
  readonly encoding?: PositionEncoding | undefined;
}

/** The language id under which the editor knows reports. */
export const reportLanguageId = 'tallymark';

export function createSnapshot(document: Document, context: SnapshotContext): Snapshot {
  const { uri, version, languageId, content } = document;
  const { revision, lexicon, templates, severities, phrases, templateName } = context;
  const parsed = lazy(() => content.parse ?? parse(content.text, { mode: modeOf(uri), lexicon }));
  const report = lazy(() => buildReport(parsed()));
  const choice = lazy(() =>
    chooseTemplate(
      templateName ?? report().frontMatter?.template?.value ?? context.usualTemplate,
      report().title?.value,
      templates,
    ),
  );
  const analysis = lazy(() => analyse(report(), templateOf(choice()), context.boundFor?.(uri, report().frontMatter)));
  const options = { templates, severities, phrases };
  const checked = lazy(() => (context.checker ?? createChecker(options)).check(parsed(), analysis));
  const diagnoses = lazy(() =>
    diagnosesOf(
      checked(),
      analysis,
      lazy(() => structureOf(analysis(), options)),
    ),
  );
  const findings: Findings = {
    get count() {
      return countOf(checked().sum);
    },
    nearest(limit, near) {
      const found = nearestFindings(checked(), limit, near);
      if (encoding === 'utf-16') return found;
      const place = (at: LineColumn): LineColumn => lines().positionAt(content.lines.offsetAt(at));
      return found.map((each) => ({ ...each, start: place(each.start), end: place(each.end) }));
    },
  };
  const { encoding = 'utf-16' } = context;
  const lines = lazy(() => clientLines(content, encoding));
  const detected = lazy(() => languageId === reportLanguageId || isReport(uri, content.head));
  return {
    uri,
    version,
    languageId,
    findings,
    editedAt: document.editedAt,
    memory: context.memory ?? new Map(),
    get text() {
      return content.text;
    },
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
