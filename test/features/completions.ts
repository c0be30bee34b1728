/** Asks completion as an editor would, and takes what it offers. */
import type { CompletionItem, CompletionList, TextEdit } from 'vscode-languageserver-types';
import { notCancelled } from '../../server/src/base/cancel';
import completion from '../../server/src/features/completion';
import resolve from '../../server/src/features/completionResolve';
import { createReportService, defaultSettings, type Host } from '../../server/src/service';
import { applyEdits, ask, createContext, type Question } from './harness';

/** Opened by a character, by a person's wish or by a word. */
export type Opening = 'typed' | 'asked';

export function itemsOf(question: Question, opening: Opening = 'asked'): CompletionItem[] {
  return listOf(ask(completion, question, { context: { triggerKind: opening === 'typed' ? 2 : 1 } }));
}

function listOf(answer: CompletionItem[] | CompletionList): CompletionItem[] {
  return 'items' in answer ? answer.items : answer;
}

export function labelsOf(question: Question, opening?: Opening): string[] {
  return inOrder(itemsOf(question, opening)).map(({ label }) => label);
}

export function item(question: Question, label: string, opening?: Opening): CompletionItem {
  return find(itemsOf(question, opening), label);
}

/** The text after the item has been taken; stops of snippets are left as they are written. */
export function accept(question: Question, label: string, opening?: Opening): string {
  return applyEdits(question, [item(question, label, opening).textEdit as TextEdit]);
}

export interface Desk {
  /** What is offered at `$0` in the file, once everything has been read. */
  items(path: string): Promise<CompletionItem[]>;
  labels(path: string): Promise<string[]>;
  item(path: string, label: string): Promise<CompletionItem>;
  /** The item with what is said of it when it is looked at. */
  resolved(path: string, label: string): Promise<string>;
}

const folder = 'file:///desk/';

/** A workspace of files by path, all of which have been read; each may have a cursor. */
export async function desk(files: Readonly<Record<string, string>>, language: 'en' | 'zh' = 'en'): Promise<Desk> {
  const disk = new Map(Object.entries(files).map(([path, text]) => [folder + path, text.replace('$0', '')]));
  const host: Host = {
    read: (uri) => Promise.resolve(new TextEncoder().encode(disk.get(uri))),
    list: (pattern) => Promise.resolve([...disk.keys()].filter((uri) => uri.endsWith(pattern.slice(4)))),
  };
  const service = createReportService({ host, settings: { ...defaultSettings, language }, log: () => undefined });
  await service.start();
  await service.index.reports(notCancelled);
  const ctx = createContext(service);
  const at = async (path: string): Promise<{ readonly items: CompletionItem[]; readonly uri: string }> => {
    const uri = folder + path;
    const marked = files[path] ?? '';
    if (service.snapshot(uri) === undefined) {
      service.open({ uri, version: 1, languageId: 'tallymark', text: marked.replace('$0', '') });
    }
    void service.snapshot(uri)?.bound;
    await service.settled();
    const snapshot = service.snapshot(uri);
    if (snapshot === undefined) throw new Error(`${path} is open.`);
    const position = snapshot.lines.positionAt(marked.indexOf('$0'));
    return { uri, items: listOf(await completion.handle(snapshot, { textDocument: { uri }, position }, ctx)) };
  };
  const items: Desk['items'] = async (path) => (await at(path)).items;
  return {
    items,
    labels: async (path) => inOrder(await items(path)).map(({ label }) => label),
    item: async (path, label) => find(await items(path), label),
    async resolved(path, label) {
      const { items, uri } = await at(path);
      const snapshot = service.snapshot(uri);
      if (snapshot === undefined) throw new Error(`${path} is open.`);
      const answer = await resolve.handle(snapshot, find(items, label), ctx);
      return (answer?.documentation as { value: string } | undefined)?.value ?? '';
    },
  };
}

function inOrder(items: readonly CompletionItem[]): CompletionItem[] {
  return [...items].sort((a, b) => ((a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1));
}

function find(items: readonly CompletionItem[], label: string): CompletionItem {
  const found = items.find((each) => each.label === label);
  if (found === undefined) throw new Error(`There is no ${label} among ${items.map((each) => each.label).join(', ')}`);
  return found;
}
