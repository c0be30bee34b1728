/** Reads the page of a rule: its headings, its prose and its examples. */
import { rules } from '../../server/src/rules/registry';
import type { CheckOptions } from '../check';

export interface Example {
  readonly source: string;
  readonly template: string | undefined;
  /** The English title of a fix, and the whole text after it. */
  readonly fix: { readonly title: string; readonly fixed: string } | undefined;
  readonly line: number;
}

export interface Page {
  readonly title: string;
  /** The paragraphs under each second-level heading, in order. */
  readonly parts: ReadonlyMap<string, string>;
  readonly examples: readonly Example[];
}

/** How an example on the page of a rule is checked: a rule that must be switched on is. */
export function optionsOf(id: string, { template }: Example): CheckOptions {
  const rule = rules.find((one) => one.id === id);
  return { template, severities: rule?.isOptIn === true ? { [id]: rule.severity } : {} };
}

/** Throws where a fence is neither an example nor the text after its fix. */
export function readPage(markdown: string): Page {
  const parts = new Map<string, string>();
  const examples: Example[] = [];
  let title = '';
  let part = '';
  for (const piece of pieces(markdown)) {
    if (piece.kind === 'fence') addFence(piece, examples);
    else if (piece.line.startsWith('# ')) title = piece.line.slice(2).trim();
    else if (piece.line.startsWith('## ')) part = piece.line.slice(3).trim();
    else parts.set(part, `${parts.get(part) ?? ''}${piece.line}\n`);
  }
  return { title, parts, examples };
}

type Piece =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'fence'; readonly info: string; readonly content: string; readonly line: number };

function pieces(markdown: string): Piece[] {
  const found: Piece[] = [];
  const lines = markdown.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const open = /^(`{3,})(.*)$/.exec(line);
    if (open === null) {
      found.push({ kind: 'line', line });
      continue;
    }
    const [, fence = '', info = ''] = open;
    const start = index + 1;
    while (index + 1 < lines.length && lines[index + 1] !== fence) index++;
    const content = lines.slice(start, index + 1).map((inner) => `${inner}\n`);
    found.push({ kind: 'fence', info: info.trim(), content: content.join(''), line: start });
    index++;
  }
  return found;
}

function addFence({ info, content, line }: Extract<Piece, { kind: 'fence' }>, examples: Example[]): void {
  const last = examples[examples.length - 1];
  if (info === 'fixed') {
    if (last?.fix === undefined || last.fix.fixed !== '')
      throw new Error(`Line ${line}: no fix comes before this text.`);
    examples[examples.length - 1] = { ...last, fix: { ...last.fix, fixed: content } };
    return;
  }
  const [kind] = info.split(' ');
  const options = new Map(
    [...info.matchAll(/ ([a-z]+)=(?:"([^"]*)"|(\S+))/g)].map(([, key = '', quoted, bare]) => [
      key,
      quoted ?? bare ?? '',
    ]),
  );
  if (kind !== 'report') throw new Error(`Line ${line}: "${info}" is no example.`);
  const fixTitle = /fix='([^']*)'/.exec(info)?.[1] ?? options.get('fix');
  const fix = fixTitle === undefined ? undefined : { title: fixTitle, fixed: '' };
  examples.push({ source: content, template: options.get('template'), fix, line });
}
