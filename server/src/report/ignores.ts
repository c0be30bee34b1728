/** Comments by which an author says that a finding is meant: `<!-- tallymark-ignore RULE ... -->`. */
import type { Html, Nodes } from 'mdast';
import { memoised } from '../base/lazy';
import type { Span } from '../base/span';
import { ignoreMark } from '../syntax/blocks';
import { treeOf } from '../syntax/tree';
import type { Block } from '../syntax/types';
import type { Field } from './types';
import { walk } from './walk';

/** Spans are in the block's text. */
export interface Ignore {
  /** The comment. */
  readonly span: Span;
  /** The rules that it names; none where it names none. */
  readonly rules: readonly Field[];
  /**
   * Where their findings are left out: in the whole report (`tallymark-ignore-file`), in what follows a comment that stands by itself,
   * or in the line of one that stands behind text. The end of the comment's block where nothing follows.
   */
  readonly scope: Span | 'report';
}

/** In order. Costs nothing where the block has no such comment; none in code, in plain text and in front matter. */
export const ignoresIn = memoised((block: Block): readonly Ignore[] => {
  if (block.form !== 'markdown' || !block.text.includes(ignoreMark)) return none;
  const found: Ignore[] = [];
  const roots = treeOf(block).children;
  roots.forEach((node, index) => {
    if (node.type === 'html') add(node, spanOf(roots[index + 1]) ?? atEnd(block));
    else walk(node, (inner) => (inner.type === 'html' ? add(inner, lineAround(block.text, spanOf(inner))) : undefined));
  });
  return found;

  function add(node: Html, scope: Span): undefined {
    const at = spanOf(node)?.start ?? 0;
    for (const match of node.value.matchAll(comment)) {
      const [whole, names = '', reach] = [match[0], match[2], match[1]];
      const start = at + match.index;
      const first = start + whole.indexOf(names, ignoreMark.length);
      const rules = [...names.matchAll(/[^\s,，、]+/g)].map((name): Field => {
        const from = first + name.index;
        return { value: name[0], span: { start: from, end: from + name[0].length } };
      });
      found.push({
        span: { start, end: start + whole.length },
        rules,
        scope: reach === undefined ? scope : 'report',
      });
    }
  }
});

/** The comment of a block that leaves out what a rule finds at an offset of the block; those for the whole report aside. */
export function ignoreAt(block: Block, rule: string, offset: number): Ignore | undefined {
  return ignoresIn(block).find(
    ({ scope, rules }) =>
      scope !== 'report' && scope.start <= offset && offset < scope.end && rules.some(({ value }) => value === rule),
  );
}

/** The rules that the comments of some blocks leave out in the whole report. */
export function ignoredInReport(blocks: Iterable<Block>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const block of blocks) {
    for (const { scope, rules } of ignoresIn(block)) {
      if (scope === 'report') for (const { value } of rules) ids.add(value);
    }
  }
  return ids;
}

const none: readonly Ignore[] = [];

/** What stands behind a colon is the author's reason. */
const comment = /<!--\s*tallymark-ignore(-file)?(?![-\w])([^:：]*?)(?:[:：][^]*?)?-->/g;

function spanOf(node: Nodes | undefined): Span | undefined {
  const position = node?.position;
  return position && { start: position.start.offset ?? 0, end: position.end.offset ?? 0 };
}

function atEnd({ text }: Block): Span {
  return { start: text.length, end: text.length };
}

function lineAround(text: string, span: Span | undefined): Span {
  const { start, end } = span ?? { start: 0, end: 0 };
  const before = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const after = /[\r\n]/.exec(text.slice(end));
  return { start: start === 0 ? 0 : before, end: after === null ? text.length : end + after.index };
}
