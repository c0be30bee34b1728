/** Links in a report: the files that its front matter names, its template, and the addresses of Markdown links and images. */
import type { DocumentLink } from 'vscode-languageserver-types';
import { decodePath } from '../base/decodePath';
import type { Message } from '../base/message';
import { shift, type Span } from '../base/span';
import { linksIn, type LinkFact } from '../report/links';
import type { Field } from '../report/types';
import { textIn } from '../workspace/at';
import { resolvePath } from '../workspace/host';
import { outlineFor } from '../workspace/outline';
import type { Snapshot } from '../workspace/snapshot';
import { toRange } from './convert';
import { defineFeature, type FeatureContext, type TextDocumentParams } from './feature';

export default defineFeature<TextDocumentParams, DocumentLink[]>({
  method: 'textDocument/documentLink',
  capability: { documentLinkProvider: { resolveProvider: false } },
  onBug: 'empty',
  empty: () => [],
  handle(snapshot, _params, ctx) {
    const links = headLinks(snapshot, ctx);
    snapshot.parse.blocks.visit((block, { length }) => {
      for (const link of linksIn(block)) {
        const goal = goalOf(snapshot, link);
        if (goal !== undefined) links.push(toLink(snapshot, shift(link.span, length), goal, ctx));
      }
    });
    return links;
  },
});

/** Where a link leads, and what is said of it. */
interface Goal {
  readonly target: string;
  readonly tooltip: Message;
}

const tooltips = {
  data: { en: 'Open the data file', zh: '打开数据文件' },
  previous: { en: "Open last period's report", zh: '打开上期报告' },
  template: { en: 'Open the template', zh: '打开模板' },
  section: { en: 'Go to the section', zh: '转到该部分' },
  image: { en: 'Open the image', zh: '打开图片' },
  file: { en: 'Open the file', zh: '打开文件' },
  page: { en: 'Open the page', zh: '打开网页' },
  mail: { en: 'Write a message', zh: '发送邮件' },
} satisfies Readonly<Record<string, Message>>;

/** Addresses with another scheme get no link: they could run something. */
const schemes: ReadonlyMap<string, Message> = new Map([
  ['http', tooltips.page],
  ['https', tooltips.page],
  ['mailto', tooltips.mail],
  ['file', tooltips.file],
]);

function headLinks(snapshot: Snapshot, ctx: FeatureContext): DocumentLink[] {
  const { frontMatter } = snapshot;
  if (frontMatter === undefined) return [];
  const { template, data, previous } = frontMatter;
  const fileLinks = (fields: readonly (Field | undefined)[], tooltip: Message): DocumentLink[] =>
    fields.flatMap((field) => {
      const target = field === undefined || field.value === '' ? undefined : pathTarget(snapshot.uri, field.value);
      if (field === undefined || target === undefined) return [];
      return [toLink(snapshot, withoutQuotes(snapshot, field.span), { target, tooltip }, ctx)];
    });
  const file = ctx.files.templates.find((each) => each.template?.id === template?.value);
  const templateLinks =
    template === undefined || file === undefined
      ? []
      : [
          toLink(
            snapshot,
            withoutQuotes(snapshot, template.span),
            { target: file.uri, tooltip: tooltips.template },
            ctx,
          ),
        ];
  return [...templateLinks, ...fileLinks(data, tooltips.data), ...fileLinks([previous], tooltips.previous)];
}

function goalOf(snapshot: Snapshot, { kind, url }: LinkFact): Goal | undefined {
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(url)?.[1];
  if (scheme !== undefined) {
    const tooltip = schemes.get(scheme.toLowerCase());
    return tooltip === undefined || !URL.canParse(url) ? undefined : { target: url, tooltip };
  }
  // Two slashes begin the name of another machine.
  if (/^[/\\]{2}/.test(url)) return undefined;
  const [, path = '', fragment = ''] = /^([^?#]*)[^#]*#?(.*)$/s.exec(url) ?? [];
  if (path === '') return sectionGoal(snapshot, decodePath(fragment));
  const target = pathTarget(snapshot.uri, decodePath(path));
  const tooltip = kind === 'image' ? tooltips.image : tooltips.file;
  if (target === undefined) return undefined;
  return { target: fragment === '' ? target : new URL(`#${fragment}`, target).href, tooltip };
}

/** Editors go to a line that the fragment of an address names so. */
function sectionGoal(snapshot: Snapshot, id: string): Goal | undefined {
  const section = id === '' ? undefined : outlineFor(snapshot).sections.find((each) => each.id === id);
  if (section === undefined) return undefined;
  const { uri, lines } = snapshot;
  const { line } = lines.positionAt(section.headingSpan.start);
  return { target: `${uri.replace(/#.*$/s, '')}#L${line + 1}`, tooltip: tooltips.section };
}

/** A report that is not saved yet has no place from which a path could lead. A path never leads to another kind of place. */
function pathTarget(from: string, path: string): string | undefined {
  const target = resolvePath(from, path);
  const isResolved = URL.canParse(target) && URL.canParse(from) && new URL(target).protocol === new URL(from).protocol;
  return isResolved ? target : undefined;
}

function withoutQuotes({ parse }: Snapshot, span: Span): Span {
  const isQuoted = /^(["']).*\1$/s.test(textIn(parse, span));
  return isQuoted ? { start: span.start + 1, end: span.end - 1 } : span;
}

function toLink(snapshot: Snapshot, span: Span, { target, tooltip }: Goal, ctx: FeatureContext): DocumentLink {
  return { range: toRange(snapshot, span), target, tooltip: ctx.say(tooltip) };
}
