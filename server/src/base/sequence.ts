/** A list that never changes: an edit makes a new one that shares all but a few of the old one's nodes, and sums stay known. */

/** How items add up. `join` is associative, and `empty` changes nothing. */
export interface Measure<Item, Sum> {
  readonly empty: Sum;
  of(item: Item): Sum;
  join(left: Sum, right: Sum): Sum;
}

/** An item with its place. `before` is the sum of all items before it. */
export interface Found<Item, Sum> {
  readonly item: Item;
  readonly index: number;
  readonly before: Sum;
}

export interface Sequence<Item, Sum> extends Iterable<Item> {
  readonly length: number;
  /** The sum of all items. */
  readonly sum: Sum;
  at(index: number): Item | undefined;
  /** The first item for which `reaches` holds of the sum up to and with it; once it holds it must hold for all that follow. */
  find(reaches: (sum: Sum) => boolean): Found<Item, Sum> | undefined;
  /** The item at an index, with the sum of those before it. */
  locate(index: number): Found<Item, Sum> | undefined;
  /** A list with `items` in place of those from `from` up to and without `to`. Costs what is replaced, and a little. */
  replace(from: number, to: number, items: readonly Item[]): Sequence<Item, Sum>;
  /** Visits items in order; whole stretches are passed over where `skip` holds of the sums before them and of them. */
  visit(see: (item: Item, before: Sum) => void, skip?: (before: Sum, sum: Sum) => boolean): void;
  /** How many items at the beginning and at the end are the same objects as in `other`. Fast where the two share nodes. */
  shared(other: Sequence<Item, Sum>): { readonly start: number; readonly end: number };
}

export function createSequence<Item, Sum>(items: readonly Item[], measure: Measure<Item, Sum>): Sequence<Item, Sum> {
  return wrap(build(items, 0, items.length, measure), measure);
}

/** Items in a leaf. */
const leafSize = 24;
/** A branch is balanced while neither side has more than so many times the items of the other. */
const balance = 3;

type Node<Item, Sum> = Leaf<Item, Sum> | Branch<Item, Sum>;

interface Leaf<Item, Sum> {
  readonly items: readonly Item[];
  readonly length: number;
  readonly sum: Sum;
}

interface Branch<Item, Sum> {
  readonly items: undefined;
  readonly left: Node<Item, Sum>;
  readonly right: Node<Item, Sum>;
  readonly length: number;
  readonly sum: Sum;
}

function wrap<Item, Sum>(root: Node<Item, Sum>, measure: Measure<Item, Sum>): Wrapped<Item, Sum> {
  return {
    root,
    length: root.length,
    sum: root.sum,
    at: (index) => locate(root, index, measure)?.item,
    find: (reaches) => (reaches(root.sum) ? find(root, reaches, measure) : undefined),
    locate: (index) => locate(root, index, measure),
    replace(from, to, items) {
      const [head, rest] = split(root, from, measure);
      const [, tail] = split(rest, to - from, measure);
      const middle = build(items, 0, items.length, measure);
      return wrap(concat(concat(head, middle, measure), tail, measure), measure);
    },
    visit: (see, skip) => visit(root, { see, skip, measure }),
    shared(other) {
      // Only this module makes sequences, so the other one has a root too.
      const theirs = (other as Wrapped<Item, Sum>).root;
      const start = common(root, theirs, false);
      const limit = Math.min(root.length, theirs.length) - start;
      return { start, end: Math.min(common(root, theirs, true), limit) };
    },
    *[Symbol.iterator]() {
      const waiting: Node<Item, Sum>[] = [root];
      for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
        if (node.items === undefined) waiting.push(node.right, node.left);
        else yield* node.items;
      }
    },
  };
}

interface Wrapped<Item, Sum> extends Sequence<Item, Sum> {
  readonly root: Node<Item, Sum>;
}

function leaf<Item, Sum>(items: readonly Item[], measure: Measure<Item, Sum>): Leaf<Item, Sum> {
  let sum = measure.empty;
  for (const item of items) sum = measure.join(sum, measure.of(item));
  return { items, length: items.length, sum };
}

function branch<Item, Sum>(
  left: Node<Item, Sum>,
  right: Node<Item, Sum>,
  measure: Measure<Item, Sum>,
): Node<Item, Sum> {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  if (left.items !== undefined && right.items !== undefined && left.length + right.length <= leafSize) {
    return leaf([...left.items, ...right.items], measure);
  }
  const sum = measure.join(left.sum, right.sum);
  return { items: undefined, left, right, length: left.length + right.length, sum };
}

function build<Item, Sum>(
  items: readonly Item[],
  from: number,
  to: number,
  measure: Measure<Item, Sum>,
): Node<Item, Sum> {
  if (to - from <= leafSize) return leaf(items.slice(from, to), measure);
  const middle = (from + to) >> 1;
  return branch(build(items, from, middle, measure), build(items, middle, to, measure), measure);
}

function concat<Item, Sum>(
  left: Node<Item, Sum>,
  right: Node<Item, Sum>,
  measure: Measure<Item, Sum>,
): Node<Item, Sum> {
  if (left.items === undefined && left.length > balance * right.length) {
    if (left.left.length >= left.right.length || left.right.items !== undefined) {
      return branch(left.left, concat(left.right, right, measure), measure);
    }
    const { right: inner } = left;
    const outer = branch(left.left, inner.left, measure);
    return branch(outer, concat(inner.right, right, measure), measure);
  }
  if (right.items === undefined && right.length > balance * left.length) {
    if (right.right.length >= right.left.length || right.left.items !== undefined) {
      return branch(concat(left, right.left, measure), right.right, measure);
    }
    const { left: inner } = right;
    const outer = branch(inner.right, right.right, measure);
    return branch(concat(left, inner.left, measure), outer, measure);
  }
  return branch(left, right, measure);
}

/** The first `count` items and the rest. */
function split<Item, Sum>(
  node: Node<Item, Sum>,
  count: number,
  measure: Measure<Item, Sum>,
): readonly [Node<Item, Sum>, Node<Item, Sum>] {
  if (count <= 0) return [leaf([], measure), node];
  if (count >= node.length) return [node, leaf([], measure)];
  if (node.items !== undefined)
    return [leaf(node.items.slice(0, count), measure), leaf(node.items.slice(count), measure)];
  const { left, right } = node;
  if (count < left.length) {
    const [first, rest] = split(left, count, measure);
    return [first, concat(rest, right, measure)];
  }
  const [first, rest] = split(right, count - left.length, measure);
  return [concat(left, first, measure), rest];
}

function find<Item, Sum>(
  root: Node<Item, Sum>,
  reaches: (sum: Sum) => boolean,
  measure: Measure<Item, Sum>,
): Found<Item, Sum> | undefined {
  let node = root;
  let before = measure.empty;
  let index = 0;
  while (node.items === undefined) {
    const upTo = measure.join(before, node.left.sum);
    if (reaches(upTo)) node = node.left;
    else {
      before = upTo;
      index += node.left.length;
      node = node.right;
    }
  }
  for (const item of node.items) {
    const upTo = measure.join(before, measure.of(item));
    if (reaches(upTo)) return { item, index, before };
    before = upTo;
    index++;
  }
  return undefined;
}

function locate<Item, Sum>(
  root: Node<Item, Sum>,
  index: number,
  measure: Measure<Item, Sum>,
): Found<Item, Sum> | undefined {
  if (index < 0 || index >= root.length) return undefined;
  let node = root;
  let rest = index;
  let before = measure.empty;
  while (node.items === undefined) {
    if (rest < node.left.length) node = node.left;
    else {
      before = measure.join(before, node.left.sum);
      rest -= node.left.length;
      node = node.right;
    }
  }
  for (let at = 0; at < rest; at++) {
    const item = node.items[at];
    if (item !== undefined) before = measure.join(before, measure.of(item));
  }
  const item = node.items[rest];
  return item === undefined ? undefined : { item, index, before };
}

interface Visit<Item, Sum> {
  readonly see: (item: Item, before: Sum) => void;
  readonly skip: ((before: Sum, sum: Sum) => boolean) | undefined;
  readonly measure: Measure<Item, Sum>;
}

function visit<Item, Sum>(root: Node<Item, Sum>, { see, skip, measure }: Visit<Item, Sum>): void {
  let before = measure.empty;
  const waiting: Node<Item, Sum>[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (skip?.(before, node.sum) === true) before = measure.join(before, node.sum);
    else if (node.items === undefined) waiting.push(node.right, node.left);
    else {
      for (const item of node.items) {
        const own = measure.of(item);
        if (skip?.(before, own) !== true) see(item, before);
        before = measure.join(before, own);
      }
    }
  }
}

/** How many items from one end are the same in both. Shared nodes are passed over whole. */
function common<Item, Sum>(left: Node<Item, Sum>, right: Node<Item, Sum>, isFromEnd: boolean): number {
  const ours = walker(left, isFromEnd);
  const theirs = walker(right, isFromEnd);
  let count = 0;
  for (;;) {
    const a = ours.peek();
    const b = theirs.peek();
    if (a === undefined || b === undefined) return count;
    if (a === b) {
      count += a.length;
      ours.pass();
      theirs.pass();
    } else if (a.items === undefined && a.length >= b.length) ours.enter();
    else if (b.items === undefined) theirs.enter();
    else if (a.items === undefined) ours.enter();
    else {
      const item = ours.item();
      if (item !== theirs.item()) return count;
      count++;
      ours.step();
      theirs.step();
    }
  }
}

interface Walker<Item, Sum> {
  /** The node that is next, if it is next as a whole or as what is left of a leaf. */
  peek(): Node<Item, Sum> | undefined;
  pass(): void;
  enter(): void;
  item(): Item | undefined;
  step(): void;
}

function walker<Item, Sum>(root: Node<Item, Sum>, isFromEnd: boolean): Walker<Item, Sum> {
  const waiting: Node<Item, Sum>[] = [root];
  let inLeaf = 0;
  const peek = (): Node<Item, Sum> | undefined => waiting[waiting.length - 1];
  const pass = (): void => {
    waiting.pop();
    inLeaf = 0;
    while (waiting.length > 0 && peek()?.length === 0) waiting.pop();
  };
  if (root.length === 0) waiting.pop();
  return {
    // What is left of a leaf is another thing than the leaf.
    peek() {
      const node = peek();
      return node === undefined || inLeaf === 0 ? node : { ...node };
    },
    pass,
    enter() {
      const node = waiting.pop();
      if (node?.items !== undefined || node === undefined) return;
      if (isFromEnd) waiting.push(node.left, node.right);
      else waiting.push(node.right, node.left);
    },
    item() {
      const items = peek()?.items ?? [];
      return items[isFromEnd ? items.length - 1 - inLeaf : inLeaf];
    },
    step() {
      inLeaf++;
      if (inLeaf >= (peek()?.length ?? 0)) pass();
    },
  };
}
