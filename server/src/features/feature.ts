/** What a language feature is: one object in one file, which `registry.ts` lists and `lsp/` connects. */
import type { Position } from 'vscode-languageserver-types';
import type { Cancel } from '../base/cancel';
import type { LineIndex } from '../base/lineIndex';
import type { Language, Message } from '../base/message';
import type { TemplateEntry } from '../template/types';
import type { WorkspaceIndex } from '../workspace/index';
import type { FeatureSettings } from '../workspace/settings';
import type { TemplateFile } from '../workspace/library';
import type { Snapshot } from '../workspace/snapshot';

/** A part of the server's capabilities; the parts of all features are merged one level deep. */
export type CapabilityPart = Readonly<Record<string, unknown>>;

/** What the client can do, as far as answers depend on it. */
export interface ClientAbilities {
  /** Takes text edits for a known version of a document. */
  readonly versionedEdits: boolean;
  /** Takes snippets in completions. */
  readonly snippets: boolean;
  /** Shows Markdown in hovers and completions. */
  readonly markdown: boolean;
  /** Takes symbols as a tree. */
  readonly symbolTree: boolean;
  /** Shows the reason for an edit, and asks before it makes one that wants a confirmation. */
  readonly annotatedEdits: boolean;
  /** Shows what a definition is asked about, besides where it is. */
  readonly definitionLinks: boolean;
  /** Asks for the edit of a code action once it is chosen. */
  readonly resolvesActions: boolean;
  /** Folds whole lines only. */
  readonly lineFolding: boolean;
  /** The most folds that it takes; undefined where it takes any number. */
  readonly foldingLimit?: number | undefined;
}

export interface FeatureContext {
  readonly client: ClientAbilities;
  readonly templates: readonly TemplateEntry[];
  readonly language: Language;
  /** The sentence in the user's language. */
  readonly say: (message: Message) => string;
  /** All reports of the workspace. */
  readonly index: WorkspaceIndex;
  readonly files: WorkspaceFiles;
  /** Whether the configuration has a file left unchecked. */
  readonly isIgnored: (uri: string) => boolean;
  /** The settings that hold for a file. */
  readonly settingsFor: (uri: string) => FeatureSettings;
  /** Long work pauses by it now and then. */
  readonly cancel: Cancel;
}

/** Files of the workspace that are no reports. */
export interface WorkspaceFiles {
  /** The templates of the workspace; the same objects until one of them changes. */
  readonly templates: readonly TemplateFile[];
  /** The bytes of any file, or of the text that an editor holds in its place. */
  read(uri: string): Promise<Uint8Array | undefined>;
  /** The report in a file, open or not, once what it depends on has been read; undefined where there is none. */
  report(uri: string): Promise<Snapshot | undefined>;
  /** Grows with every change of a file that is not open, and of the settings. */
  readonly revision: number;
  /** When `revision` has grown. */
  changeAfter(revision: number): Promise<void>;
  /** The version of an open document. */
  versionOf(uri: string): number | undefined;
  /** The lines of a text, with columns as the client counts them. */
  linesOf(text: string): LineIndex;
}

interface FeatureBase {
  readonly method: string;
  readonly capability: CapabilityPart;
}

/** A request about one open document. `handle` is asked only about reports. */
export interface DocumentFeature<Params = unknown, Result = unknown> extends FeatureBase {
  readonly kind: 'document';
  /** The answer for a document that is not open or is no report. */
  empty(snapshot: Snapshot | undefined): Result;
  /**
   * What a bug leads to: requests that the editor makes by itself answer with the empty value, so that nobody is disturbed;
   * those that a person made say that they failed.
   */
  readonly onBug: 'empty' | 'error';
  handle(snapshot: Snapshot, params: Params, ctx: FeatureContext): Result | Promise<Result>;
  /** The same about a template or a data file, where there is something to say. */
  handleFile?(file: OpenFile, params: Params, ctx: FeatureContext): Result | Promise<Result>;
}

/** A template or a data file in an editor. */
export interface OpenFile {
  readonly kind: 'template' | 'data';
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly lines: LineIndex;
}

/** A request that is about no document. A bug is answered with an error. */
export interface WorkspaceFeature<Params = unknown, Result = unknown> extends FeatureBase {
  readonly kind: 'workspace';
  handle(params: Params, ctx: FeatureContext): Result | Promise<Result>;
}

export type Feature = DocumentFeature | WorkspaceFeature;

export function defineFeature<Params, Result>(
  feature: Omit<DocumentFeature<Params, Result>, 'kind'>,
): DocumentFeature<Params, Result> {
  return { ...feature, kind: 'document' };
}

export function defineWorkspaceFeature<Params, Result>(
  feature: Omit<WorkspaceFeature<Params, Result>, 'kind'>,
): WorkspaceFeature<Params, Result> {
  return { ...feature, kind: 'workspace' };
}

/** Thrown by a feature where the parameters name something that there is not; answered as an error, not logged as a bug. */
export class InvalidRequest extends Error {}

/** Parameters of a request about one place in a document. */
export interface PositionParams {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

export interface TextDocumentParams {
  readonly textDocument: { readonly uri: string };
}
