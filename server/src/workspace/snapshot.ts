/** One immutable state of a document with everything that is known about it, worked out when first asked for and kept. */
import { analyse } from '../analysis/analyse';
import type { Bound } from '../analysis/bound';
import type { Analysis } from '../analysis/types';
import type { PositionEncoding } from '../base/encoding';
import { lazy } from '../base/lazy';
import type { LineColumn, LineIndex } from '../base/lineIndex';
import { applyChanges, type Severity, type TextChange } from '../base/problem';
import type { Span } from '../base/span';
import { buildReport } from '../report/build';
import { isReport, modeOf } from '../report/detect';
import { frontMatterOf, titleOf } from '../report/head';
import type { FrontMatter, Report } from '../report/types';
import { severitiesOf, type Diagnosis, type Severities } from '../rules/run';
import type { PhraseList } from '../rules/support/phrases';
import type { Lexicon } from '../syntax/mask/lexicon';
import { parse } from '../syntax/parse';
import type { Parse } from '../syntax/types';
import { chooseTemplate, type Choice } from '../template/choose';
import type { Template, TemplateEntry } from '../template/types';
import { createChecker, structureOf, type Checker, type Known } from './checker';
import { clientLines, parsedContent, plainContent, type Document } from './documents';
import type { Files } from './files';
import { certainIn, countOf, diagnosesIn, diagnosesOf, nearestFindings, type ShownFinding } from './findings';

export interface Snapshot extends Omit<Document, 'content'> {
  readonly text: string;
  /** Differs between any two states that could give different answers, also where the version is the same. */
  readonly revision: number;
  /** Whether the document is a report at all. The rest can be asked for in any case. */
  readonly isReport: boolean;
  /** With columns as the client counts them. */
  readonly lines: LineIndex;
  readonly encoding: PositionEncoding;
  readonly parse: Parse;
  readonly report: Report;
  /** That of the report; costs the same in a long report as in a short one, as do the template and the bound data. */
  readonly frontMatter: FrontMatter | undefined;
  readonly templateChoice: Choice;
  /** The template that applies. */
  readonly template: Template | undefined;
  /** That of the analysis. */
  readonly bound: Bound | undefined;
  readonly analysis: Analysis;
  /** What the rules find, in the order of the text. */
  readonly diagnoses: readonly Diagnosis[];
  readonly findings: Findings;
  /** The severity of every rule to which the front matter, the settings or the template give another than its own. */
  readonly severities: Severities;
  /** The same document with changes that are in order and do not overlap; it is kept nowhere. */
  edited(changes: readonly TextChange[]): Snapshot;
  /** What is known of its metrics, kept up with edits; that of the newest state of a document only. */
  readonly known: Known;
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
  /** At most `limit` that lie in the span or touch it. */
  findingsIn(span: Span, limit: number): readonly Diagnosis[];
  /** Those of rules of which some fixes leave the author nothing to choose. */
  certain(): readonly Diagnosis[];
  /** How many masks of the report have no tag. */
  readonly maskCount: number;
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

const fewChanges = 64;

/** The language id under which the editor knows reports. */
export const reportLanguageId = 'tallymark';

export function createSnapshot(document: Document, context: SnapshotContext): Snapshot {
  const { uri, version, languageId, content } = document;
  const { revision, lexicon, templates, severities, phrases, templateName } = context;
  const parsed = lazy(() => content.parse ?? parse(content.text, { mode: modeOf(uri), lexicon }));
  const report = lazy(() => buildReport(parsed()));
  const frontMatter = lazy(() => frontMatterOf(parsed()));
  const choice = lazy(() => {
    const name = templateName ?? frontMatter()?.template?.value ?? context.usualTemplate;
    return chooseTemplate(name, name === undefined ? titleOf(parsed())?.value : undefined, templates);
  });
  const bound = lazy(() => context.boundFor?.(uri, frontMatter()));
  const analysis = lazy(() => analyse(report(), templateOf(choice()), bound()));
  const options = { templates, severities, phrases };
  const checker = lazy(() => context.checker ?? createChecker(options));
  const checked = lazy(() => checker().check(parsed(), analysis));
  const background = { analysis, structure: lazy(() => structureOf(analysis(), options)) };
  const diagnoses = lazy(() => diagnosesOf(checked(), background));
  const severityOf = lazy(() => severitiesOf([frontMatter()?.rules, severities, templateOf(choice())?.rules]));
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
    findingsIn: (span, limit) => diagnosesIn(checked(), span, limit, background),
    certain: () => certainIn(checked(), background),
    get maskCount() {
      return checked().sum.masks;
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
    encoding,
    get severities() {
      return severityOf();
    },
    edited(changes) {
      // From the last change on, so that the places of the others stay; where they are many, all is read anew.
      const edit = changes.length <= fewChanges;
      const now = edit
        ? changes.reduceRight((before, change) => before.apply(change), parsedContent(parsed()))
        : plainContent(applyChanges(content.text, changes));
      return createSnapshot({ ...document, content: now }, { ...context, checker: undefined, memory: undefined });
    },
    get known() {
      return checker().known(parsed(), analysis);
    },
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
    get frontMatter() {
      return frontMatter();
    },
    get templateChoice() {
      return choice();
    },
    get template() {
      return templateOf(choice());
    },
    get bound() {
      return bound();
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
