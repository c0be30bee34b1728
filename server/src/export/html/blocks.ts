/** HTML of blocks: their places, the ids of headings, and headings of reports that have no Markdown headings. */
import type { Element, ElementContent, Properties } from 'hast';
import type { Heading, Html, Nodes, Paragraph, Parents, PhrasingContent } from 'mdast';
import { defaultHandlers, type Handler, type Handlers, type State } from 'mdast-util-to-hast';
import type { Rendering } from './tree';

export function blockHandlers(rendering: Rendering): Handlers {
  const headingLines = textHeadings(rendering);
  return {
    blockquote: placed(rendering, defaultHandlers.blockquote),
    code: placed(rendering, defaultHandlers.code),
    list: placed(rendering, defaultHandlers.list),
    listItem: placed(rendering, defaultHandlers.listItem),
    table: placed(rendering, defaultHandlers.table),
    tableRow: placed(rendering, defaultHandlers.tableRow),
    thematicBreak: placed(rendering, defaultHandlers.thematicBreak),
    heading: placed(rendering, (state: State, node: Heading) => withId(defaultHandlers.heading(state, node))),
    paragraph(state: State, node: Paragraph) {
      const lines = splitLines(node, rendering, headingLines);
      if (lines.length > 1 || lines[0]?.depth !== undefined)
        return lines.map((line) => toElement(state, line, rendering));
      const element = defaultHandlers.paragraph(state, node);
      return withPlace(element, startOf(node, rendering), rendering);
    },
    html(state: State, node: Html, parent: Parents | undefined) {
      if (rendering.rawHtml === 'pass') return rawNode(state, node);
      // Comments are an author's notes to the next author; they are no part of the report.
      if (/^<!--[\s\S]*-->\s*$/.test(node.value)) return undefined;
      const text: ElementContent = { type: 'text', value: node.value };
      if (parent !== undefined && parent.type === 'paragraph') return text;
      if (parent === undefined || !isFlow(parent)) return text;
      const element: Element = { type: 'element', tagName: 'pre', properties: {}, children: [text] };
      return withPlace(element, startOf(node, rendering), rendering);
    },
  };
}

function rawNode(state: State, node: Html): ElementContent | undefined {
  // The default handler promises an element, but gives the `raw` node that the serializer passes on.
  return defaultHandlers.html(state, node) as ElementContent | undefined;
}

function isFlow(parent: Parents): boolean {
  return ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(parent.type);
}

function placed(rendering: Rendering, handler: Handler): Handler {
  return (state, node: Nodes, parent) => {
    const result = handler(state, node, parent);
    if (result === undefined || Array.isArray(result) || result.type !== 'element') return result;
    return withPlace(result, startOf(node, rendering), rendering);
  };
}

function withPlace(element: Element, start: number, { positions, lines }: Rendering): Element {
  if (!positions) return element;
  const place: Properties = { dataStart: start, dataLine: lines.positionAt(start).line };
  return { ...element, properties: { ...element.properties, ...place } };
}

function startOf(node: Nodes, rendering: Rendering): number {
  return rendering.blockStart(node) + (node.position?.start.offset ?? 0);
}

/** Takes `{#id}` off the end of a heading and makes it the element's id. */
function withId(element: Element): Element {
  const last = element.children.at(-1);
  if (last?.type !== 'text') return element;
  const mark = /[ \t]*\{#([\p{L}\p{N}_.:-]+)\}$/u.exec(last.value);
  if (mark === null) return element;
  const text: ElementContent = { ...last, value: last.value.slice(0, mark.index) };
  return {
    ...element,
    properties: { ...element.properties, id: mark[1] ?? '' },
    children: [...element.children.slice(0, -1), text],
  };
}

/** Depth by line number of the lines that are headings without being Markdown's: the title and `一、…`. */
function textHeadings({ parse, report, lines }: Rendering): ReadonlyMap<number, number> {
  const headings = new Map<number, number>();
  const { title, frontMatter } = report;
  const sections = report.sections.filter((section) => section.form === 'text');
  const isTitleInText = title !== undefined && title.span.start >= (frontMatter?.span.end ?? 0);
  if (isTitleInText && (sections.length > 0 || parse.mode === 'plain')) {
    headings.set(lines.positionAt(title.span.start).line, 1);
  }
  for (const { headingSpan, level } of sections) {
    const { line } = lines.positionAt(headingSpan.start);
    const end = lines.offsetAt({ line, character: Number.MAX_SAFE_INTEGER });
    // A full stop within the line makes it a run-in heading, which stays in its paragraph.
    const isRunIn = /。\s*\S/.test(parse.text.slice(headingSpan.start, end));
    if (!isRunIn) headings.set(line, Math.min(level + 1, 6));
  }
  return headings;
}

/** Consecutive lines of a paragraph: one heading, or lines of running text. */
interface Lines {
  readonly line: number;
  readonly depth: number | undefined;
  readonly children: PhrasingContent[];
}

function splitLines(node: Paragraph, rendering: Rendering, headings: ReadonlyMap<number, number>): Lines[] {
  let line = rendering.lines.positionAt(startOf(node, rendering)).line;
  if (headings.size === 0) return [{ line, depth: undefined, children: node.children }];
  let current: Lines = { line, depth: headings.get(line), children: [] };
  const all = [current];
  const nextLine = (separator: PhrasingContent): void => {
    line++;
    const depth = headings.get(line);
    if (depth === undefined && current.depth === undefined) {
      current.children.push(separator);
    } else {
      current = { line, depth, children: [] };
      all.push(current);
    }
  };
  for (const child of node.children) {
    if (child.type === 'break') {
      nextLine(child);
    } else if (child.type === 'text') {
      child.value.split(/\r\n|\r|\n/).forEach((value, index) => {
        if (index > 0) nextLine({ type: 'text', value: '\n' });
        if (value !== '') current.children.push({ type: 'text', value });
      });
    } else {
      current.children.push(child);
      if (child.position !== undefined) line += child.position.end.line - child.position.start.line;
    }
  }
  return all;
}

function toElement(state: State, { line, depth, children }: Lines, rendering: Rendering): Element {
  const tagName = depth === undefined ? 'p' : `h${depth}`;
  const element: Element = {
    type: 'element',
    tagName,
    properties: {},
    children: state.all({ type: 'paragraph', children }),
  };
  const start = rendering.lines.offsetAt({ line, character: 0 });
  return withPlace(depth === undefined ? element : withId(element), start, rendering);
}
