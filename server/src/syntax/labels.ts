/** Labels of links and footnotes, by which one block of a document acts on all others. */
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { Root, RootContent } from 'mdast';
import type { Label } from './types';

/** The labels that the definitions in a tree give, in the order of the text. */
export function definedIn(root: Root): readonly Label[] {
  const labels: Label[] = [];
  const waiting: RootContent[] = [...root.children].reverse();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'definition') labels.push(normalizeIdentifier(node.identifier));
    if (node.type === 'footnoteDefinition') labels.push(noteLabel(node.identifier));
    if (
      node.type === 'blockquote' ||
      node.type === 'list' ||
      node.type === 'listItem' ||
      node.type === 'footnoteDefinition'
    ) {
      waiting.push(...[...node.children].reverse());
    }
  }
  return labels;
}

/** The labels among `known` that stand in brackets in a text, sorted. A superset of those that it refers to. */
export function mentionedIn(text: string, known: ReadonlySet<Label>): readonly Label[] {
  if (known.size === 0 || !text.includes('[')) return none;
  const mentioned = new Set<Label>();
  for (const match of text.matchAll(bracketed)) {
    // Marks of quotations and indents before a line that continues a label are no part of it.
    const inside = (match[1] ?? '').replace(/(\r\n|\r|\n)[ \t>]+/g, '$1');
    const label = normalizeIdentifier(inside);
    if (known.has(label)) mentioned.add(label);
    const note = inside.startsWith('^') ? noteLabel(inside.slice(1)) : undefined;
    if (note !== undefined && known.has(note)) mentioned.add(note);
  }
  return mentioned.size === 0 ? none : [...mentioned].sort();
}

/** No label of a link has a bracket in it, so the two kinds never meet. */
const noteMark = '[^';

function noteLabel(identifier: string): Label {
  return noteMark + normalizeIdentifier(identifier);
}

/** The labels of links, and those of footnotes as they are written after their `^`. */
export function byKind(labels: readonly Label[]): {
  readonly links: readonly string[];
  readonly notes: readonly string[];
} {
  return {
    links: labels.filter((label) => !label.startsWith(noteMark)),
    notes: labels.filter((label) => label.startsWith(noteMark)).map((label) => label.slice(noteMark.length)),
  };
}

const none: readonly Label[] = [];
/** No label has brackets in it that are not escaped. */
const bracketed = /\[((?:[^\\[\]]|\\[^])*)(?=\])/g;
