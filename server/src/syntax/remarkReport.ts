/** The unified plugin that adds tags and masks to remark-parse. */
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Construct, Extension, ParseContext, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { never } from '../base/never';
import { inlineSyntax, type Extents } from './inline';
import type { Lexicon } from './mask/lexicon';
import { scanMasks, type ScanResult } from './mask/scan';
import { metricNode } from './metric/node';
import { readTag } from './metric/read';
import type { BlankKind, MaskNode, Mode } from './types';

/** What is known of a block before it is parsed; a file without it is parsed as a document of its own. */
export interface BlockContext {
  readonly masks: ScanResult['masks'];
  /** Labels defined in other blocks, normalised as micromark does. */
  readonly definitions: readonly string[];
  readonly footnotes: readonly string[];
}

declare module 'vfile' {
  interface DataMap {
    block: BlockContext;
  }
}

export interface RemarkReportOptions {
  readonly lexicon: Lexicon;
  readonly mode: Mode;
}

/** Use after remark-parse and the other syntax plugins. Positions and all other nodes are as without it. */
export function remarkReport(this: Processor, { lexicon, mode }: RemarkReportOptions): void {
  const data = this.data();
  let text = '';
  let extents: Extents = { metric: new Map(), mask: new Map() };
  let context: BlockContext | undefined;
  let kinds: ReadonlyMap<number, BlankKind> = new Map();
  (data.micromarkExtensions ??= []).push(
    inlineSyntax(() => extents),
    knownLabels(() => context),
  );
  (data.fromMarkdownExtensions ??= []).push(
    fromMarkdown(
      () => text,
      lexicon,
      () => kinds,
    ),
  );

  const parse = this.parser;
  if (parse === undefined) return;
  this.parser = (document: string, file: VFile) => {
    text = document;
    context = file.data.block ?? {
      masks: scanMasks(text, { mode, lexicon, prior: false }).masks,
      definitions: [],
      footnotes: [],
    };
    kinds = new Map(context.masks.map((mask) => [mask.start, mask.kind]));
    extents = {
      metric: tagExtents(text),
      mask: new Map(context.masks.map((mask) => [mask.start, mask.end])),
    };
    return Reflect.apply(parse, undefined, [document, file]) as ReturnType<typeof parse>;
  };
}

/** Makes the labels of other blocks known to the block that is parsed, so that `[label]` is a link there too. */
function knownLabels(context: () => BlockContext | undefined): Extension {
  const told = new WeakSet<ParseContext>();
  const construct: Construct = {
    name: 'knownLabels',
    tokenize(this: TokenizeContext, _effects, _ok, nok) {
      const parser: ParseContext & { gfmFootnotes?: string[] } = this.parser;
      const known = context();
      if (known !== undefined && !told.has(parser)) {
        told.add(parser);
        parser.defined.push(...known.definitions);
        (parser.gfmFootnotes ??= []).push(...known.footnotes);
      }
      return nok;
    },
  };
  return { document: { null: [construct] } };
}

function tagExtents(text: string): ReadonlyMap<number, number> {
  const extents = new Map<number, number>();
  for (const opening of ['<<', '《《']) {
    for (let at = text.indexOf(opening); at >= 0;) {
      const tag = readTag(text, at);
      if (tag !== undefined) extents.set(at, tag.span.end);
      at = text.indexOf(opening, tag?.span.end ?? at + 1);
    }
  }
  return extents;
}

function fromMarkdown(
  text: () => string,
  lexicon: Lexicon,
  kinds: () => ReadonlyMap<number, BlankKind>,
): FromMarkdownExtension {
  return {
    enter: {
      metric(token) {
        const start = token.start.offset;
        const tag = readTag(text(), start, token.end.offset) ?? never('a token without its tag');
        const node = metricNode(text(), tag, lexicon);
        // In a table a pipe of the value is written with a backslash.
        if (this.data.inTable === true) node.value = node.value?.replaceAll('\\|', '|');
        this.enter(node, token);
      },
      mask(token) {
        const node: MaskNode = {
          type: 'mask',
          kind: kinds().get(token.start.offset) ?? 'figure',
          unit: lexicon.followerAt(text(), token.end.offset)?.unit,
          value: text().slice(token.start.offset, token.end.offset),
        };
        this.enter(node, token);
      },
    },
    exit: {
      metric(token) {
        this.exit(token);
      },
      mask(token) {
        this.exit(token);
      },
    },
  };
}
