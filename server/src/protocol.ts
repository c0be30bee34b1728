/** Names and payloads of Tallymark's own requests. Plain data, shared by the server and the client; nothing here runs. */

/** LSP range: zero-based lines and UTF-16 columns. */
export interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface WireEdit {
  readonly range: WireRange;
  readonly newText: string;
}

export interface DocumentParams {
  readonly uri: string;
}

/** Edits for one version of a document; the client applies them only to that version. */
export interface DocumentEdits {
  readonly version: number;
  readonly edits: readonly WireEdit[];
}

/** `tallymark/blanks`: DocumentParams -> BlanksResult. All blanks of an open report, in document order. */
export const blanksRequest = 'tallymark/blanks';
export interface WireBlank {
  readonly kind: 'figure' | 'date' | 'name';
  readonly text: string;
  /** What filling replaces. */
  readonly range: WireRange;
  readonly metric?: string;
  /** For a pick list: the metric's label or the clause around the blank. */
  readonly label: string;
  readonly section?: string;
}
export interface BlanksResult {
  readonly version: number;
  /** Whether the document is a report at all (its name or front matter says so). */
  readonly isReport: boolean;
  readonly blanks: readonly WireBlank[];
  readonly metrics: { readonly total: number; readonly filled: number };
}

/** `tallymark/fillQuestion`: FillQuestionParams -> FillQuestion. What a person must know to fill one blank. */
export const fillQuestionRequest = 'tallymark/fillQuestion';
export interface FillQuestionParams extends DocumentParams {
  /** Where the blank starts. */
  readonly position: WireRange['start'];
}
export interface FillQuestion {
  readonly version: number;
  readonly question: string;
  /** The sentence around the blank, which stands in brackets. */
  readonly sentence: string;
  readonly unit?: string;
  /** How many digits the value usually has. */
  readonly digits?: number;
  /** Who has the figure. */
  readonly owner?: string;
  /** The value of last period's report. */
  readonly previous?: string;
  /** The value of the data files, as it would be written here. */
  readonly data?: string;
}

/** `tallymark/fillBlank`: FillBlankParams -> FillBlankResult. What is wrong with a value for a blank, and how to write it there. */
export const fillBlankRequest = 'tallymark/fillBlank';
export interface FillBlankParams extends FillQuestionParams {
  readonly value: string;
}
export interface FillBlankResult {
  readonly version: number;
  readonly problem?: { readonly severity: 'error' | 'warning' | 'info'; readonly message: string };
  /** Replaces the mask or the value of the tag alone. Undefined for an empty value, and where the problem is an error. */
  readonly edit?: WireEdit;
}

/** `tallymark/sections`: DocumentParams -> SectionsResult. The template's sections, and how to insert each. */
export const sectionsRequest = 'tallymark/sections';
export interface WireSection {
  /** The template's; of a subsection behind the title of its section, such as `供水项目/goal`. */
  readonly id: string;
  readonly title: string;
  readonly isRequired: boolean;
  readonly isPresent: boolean;
  readonly guidance?: string;
  /** One insertion at the place where the section belongs, numbered; undefined where it is present. `newText` is plain text, not a snippet. */
  readonly insert?: WireEdit;
}
export interface SectionsResult {
  readonly version: number;
  /** Title of the template that applies; undefined where none does. */
  readonly template?: string;
  readonly sections: readonly WireSection[];
}

/** `tallymark/tagMasks`: DocumentParams -> DocumentEdits. Tags every untagged mask with a proposed id. */
export const tagMasksRequest = 'tallymark/tagMasks';

/** `tallymark/fillFromData`: DocumentParams -> DocumentEdits. Writes the figures of the data files into masked tags. */
export const fillFromDataRequest = 'tallymark/fillFromData';

/** `tallymark/templates`: nothing -> TemplateChoice[]. */
export const templatesRequest = 'tallymark/templates';
export interface TemplateChoice {
  readonly id: string;
  readonly title: string;
  readonly language: 'en' | 'zh';
}

/** `tallymark/newReport`: NewReportParams -> NewReportResult. The text of an empty report of a template. */
export const newReportRequest = 'tallymark/newReport';
export interface NewReportParams {
  readonly template: string;
  readonly title: string;
  readonly period: string;
}
export interface NewReportResult {
  readonly text: string;
}

/** `tallymark/deriveTemplate`: DeriveTemplateParams -> DeriveTemplateResult. A template made from reports, open or not. */
export const deriveTemplateRequest = 'tallymark/deriveTemplate';
export interface DeriveTemplateParams {
  /** One or more. Where all say their period, the latest decides on names and words, else the last. */
  readonly uris: readonly string[];
  /** The template's; `derived` where it is left out. */
  readonly id?: string;
}
export interface DeriveTemplateResult {
  /** YAML. */
  readonly text: string;
  readonly sections: number;
  readonly metrics: number;
}

/** `tallymark/questions`: QuestionsParams -> QuestionsResult. What is still to be asked to fill the blanks of an open report. */
export const questionsRequest = 'tallymark/questions';
export interface QuestionsParams extends DocumentParams {
  /** Whose questions; null for those that have no owner, left out for all. */
  readonly owner?: string | null;
  /** What the table calls the report; the file's name where it is left out. */
  readonly path?: string;
}
export interface QuestionsResult {
  /** Everybody who has a question, in the order of the report; those without an owner last. */
  readonly owners: readonly { readonly name: string | null; readonly count: number }[];
  /** How many questions the tables hold. */
  readonly count: number;
  /** A heading and a table for each owner. */
  readonly markdown: string;
}

/** `tallymark/preview`: DocumentParams -> PreviewResult. */
export const previewRequest = 'tallymark/preview';
export interface PreviewResult {
  readonly version: number;
  readonly title: string;
  /**
   * Body HTML of the report, safe to place in a page: no scripts, styles, event handlers, live HTML or foreign URLs. Every block has
   * `data-start` and `data-line`; blanks are `<mark class="blank" data-start data-end data-kind>`, filled metrics `<data class="metric" value data-id>`.
   */
  readonly html: string;
  readonly blanks: number;
}

/** Sent by the client when it starts: locale for messages, decided by the editor. */
export interface InitializationOptions {
  readonly locale?: string;
  /** Whether the client answers `tallymark/readFile` and `tallymark/findFiles`. */
  readonly files?: boolean;
}

/** `tallymark/readFile`, from the server: ReadFileParams -> its bytes in Base64, or null where there is no such file. */
export const readFileRequest = 'tallymark/readFile';
export interface ReadFileParams {
  readonly uri: string;
}

/** `tallymark/findFiles`, from the server: FindFilesParams -> the URIs of the files of the workspace that match. */
export const findFilesRequest = 'tallymark/findFiles';
export interface FindFilesParams {
  /** A glob pattern. */
  readonly pattern: string;
}

/** Settings under `tallymark.`, read by the server. */
export interface WireSettings {
  /** Severity by rule id. */
  readonly rules?: Readonly<Record<string, 'off' | 'error' | 'warning' | 'info' | 'hint'>>;
  /** Units and measure words in addition to the built-in ones. */
  readonly units?: readonly string[];
  /** Template ids by glob pattern, for reports that name no template. */
  readonly templates?: Readonly<Record<string, string>>;
  readonly inlayHints?: { readonly enabled?: boolean };
  readonly codeLens?: { readonly enabled?: boolean };
  /** Whether reports are checked that are not open. */
  readonly workspaceDiagnostics?: { readonly enabled?: boolean };
}

/** The client's command that selects a blank: one GoToBlank. */
export const goToBlankCommand = 'tallymark.goToBlank';
export interface GoToBlank {
  readonly uri: string;
  readonly range: WireRange;
}

/** A command of the client: FindUses as its only argument. Lists the places that name a metric. */
export const findUsesCommand = 'tallymark.findUses';
export interface FindUses {
  readonly uri: string;
  readonly position: WireRange['start'];
}
