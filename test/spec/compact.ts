/** The compact notation of the specification: a tree, or the parts of a report, one a line. */
import type { Nodes } from 'mdast';
import { buildReport } from '../../server/src/report/build';
import type { Section } from '../../server/src/report/types';
import type { TagReading } from '../../server/src/syntax/metric/read';
import { treeOf } from '../../server/src/syntax/tree';
import type { Parse } from '../../server/src/syntax/types';

/** Every node on a line of its own, indented under its parent; text in quotes. */
export function compactTree({ blocks }: Parse): string {
  const lines: string[] = [];
  const visit = (node: Nodes, depth: number): void => {
    lines.push(`${'  '.repeat(depth)}${describe(node)}\n`);
    if ('children' in node) for (const child of node.children) visit(child, depth + 1);
  };
  for (const block of blocks) for (const node of treeOf(block).children) visit(node, 0);
  return lines.join('');
}

/** Front matter, title and sections, and under each section its series, metrics and masks in the order of the text. */
export function compactReport(parse: Parse): string {
  const { frontMatter, title, sections, series, metrics, masks, problems } = buildReport(parse);
  const depthOf = ({ parent }: Section): number => {
    const outer = parent === undefined ? undefined : sections[parent];
    return outer === undefined ? 0 : depthOf(outer) + 1;
  };
  const depthAt = (offset: number): number => {
    const inner = sections.findLast(({ span }) => span.start <= offset);
    return inner === undefined ? 0 : depthOf(inner) + 1;
  };
  const parts: { readonly at: number; readonly depth: number; readonly line: string }[] = [];
  const add = (at: number, line: string, depth = depthAt(at)): void => void parts.push({ at, depth, line });

  if (frontMatter !== undefined) {
    const { template, period, org, status, rules, span } = frontMatter;
    const fields = { report: template?.value, period: period?.value, org: org?.value };
    add(span.start, `front matter${attributes(fields)} status=${status}`, 0);
    for (const [rule, severity] of rules) add(span.start, `rule ${rule}: ${severity}`, 1);
  }
  if (title !== undefined) add(title.span.start, `title ${JSON.stringify(title.value)}`, 0);
  for (const section of sections) {
    const { id, number, form, isEmpty } = section;
    const written = number && `${number.style} ${number.value}`;
    const line = `section${attributes({ id, number: written })} ${JSON.stringify(section.title)} ${form}`;
    add(section.span.start, isEmpty ? `${line} empty` : line, depthOf(section));
  }
  for (const { style, items } of series) {
    const marks = items.map(({ ordinal, mark }) => `${ordinal} ${mark}`).join(', ');
    add(items[0]?.span.start ?? 0, `series ${style}: ${marks}`);
  }
  for (const { id, value, state, kind, unit, span } of metrics) {
    add(span.start, `metric${attributes({ id, value, unit })} ${kind} ${state}`);
  }
  for (const { kind, text, unit, span } of masks)
    add(span.start, `mask ${JSON.stringify(text)}${attributes({ unit })} ${kind}`);
  for (const { message, span } of problems) {
    add(span.start, `problem at ${JSON.stringify(parse.text.slice(span.start, span.end))}: ${message.en}`, 0);
  }
  const inOrder = parts.map((part, index) => ({ ...part, index })).sort((a, b) => a.at - b.at || a.index - b.index);
  return inOrder.map(({ depth, line }) => `${'  '.repeat(depth)}${line}\n`).join('');
}

/** A tag by itself, as written and as read. */
export function compactTag({ id, value, fault }: TagReading, written: string): string {
  const found = `metric ${JSON.stringify(written)}${attributes({ id, value })}`;
  return fault === undefined ? found : `${found} fault=${fault.kind}${attributes({ repaired: fault.repaired })}`;
}

function describe(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return JSON.stringify(node.value);
    case 'metric': {
      const { id, value, kind, unit, fault } = node;
      const repaired = fault === undefined ? '' : ` fault=${fault.kind}${attributes({ repaired: fault.repaired })}`;
      return `metric${attributes({ id, value })} kind=${kind}${attributes({ unit })}${repaired}`;
    }
    case 'mask':
      return `mask kind=${node.kind} ${JSON.stringify(node.value)}${attributes({ unit: node.unit })}`;
    case 'heading':
      return `heading depth=${node.depth}`;
    case 'link':
      return `link${attributes({ url: node.url })}`;
    default:
      return 'value' in node ? `${node.type} ${JSON.stringify(node.value)}` : node.type;
  }
}

function attributes(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}=${JSON.stringify(value)}`))
    .join('');
}
