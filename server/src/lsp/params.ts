/** What requests must say besides their document, so that no feature meets what it does not expect. */
import { deriveTemplateRequest, newReportRequest } from '../protocol';
import { isRecord } from './settings';

/** The first parameter of a request that is missing or malformed. Places that are given are well formed by then. */
export function faultIn(method: string, params: unknown): string | undefined {
  const needed = needs[method];
  if (needed === undefined) return undefined;
  if (!isRecord(params)) return Object.keys(needed)[0];
  return Object.keys(needed).find((name) => needed[name]?.(params[name]) === false);
}

type Check = (value: unknown) => boolean;

const given: Check = (value) => value !== undefined;
const text: Check = (value) => typeof value === 'string';
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const having =
  (parts: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isRecord(value) && Object.entries(parts).every(([name, check]) => check(value[name]));

const atPosition = { position: given };
const inRange = { range: given };

/** By method. What a request says that no feature reads is not looked at. */
const needs: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  'textDocument/hover': atPosition,
  'textDocument/completion': atPosition,
  'textDocument/definition': atPosition,
  'textDocument/references': atPosition,
  'textDocument/documentHighlight': atPosition,
  'textDocument/linkedEditingRange': atPosition,
  'textDocument/prepareRename': atPosition,
  'textDocument/rename': { ...atPosition, newName: text },
  'textDocument/onTypeFormatting': { ...atPosition, ch: text, options: optional(isRecord) },
  'textDocument/formatting': { options: optional(isRecord) },
  'textDocument/rangeFormatting': { ...inRange, options: optional(isRecord) },
  'textDocument/inlayHint': inRange,
  'textDocument/semanticTokens/range': inRange,
  'textDocument/codeAction': { ...inRange, context: optional(having({ only: optional(listOf(text)) })) },
  'textDocument/selectionRange': { positions: given },
  'workspace/symbol': { query: text },
  'workspace/diagnostic': { previousResultIds: optional(listOf(having({ uri: text, value: text }))) },
  'workspace/willRenameFiles': { files: listOf(having({ oldUri: text, newUri: text })) },
  [newReportRequest]: { template: text, title: text, period: text },
  [deriveTemplateRequest]: { uris: listOf(text), id: optional(text) },
};
