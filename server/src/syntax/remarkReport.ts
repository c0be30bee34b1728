/** The unified plugin that adds tags and masks to remark-parse. */
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Construct, Extension, ParseContext, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';
import type { VFile } from 'vfile';
import { never } from '../base/never';
import { inlineSyntax, type Extents } from './inline';
import { byKind } from './labels';
import type { Lexicon } from './mask/lexicon';
import { scanMasks, type ScannedMask } from './mask/scan';
import { tagsIn } from './metric/read';
import { metricNode } from './metric/node';
import { readTag } from './metric/read';
import type { Label, MaskNode, Mode } from './types';

/** What is known of a block before it is parsed; a file without it is parsed as a document of its own. */
export interface BlockContext {
  readonly masks: readonly ScannedMask[];
  /** Those defined in the document that the block may refer to. */
  readonly labels: readonly Label[];
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
  let masks: ReadonlyMap<number, ScannedMask> = new Map();
  let tags: Extents['metric'] = new Map();
  let context: BlockContext | undefined;
  (data.micromarkExtensions ??= []).push(
    inlineSyntax(() => ({ metric: tags, mask: masks })),
    knownLabels(() => context),
  );
  (data.fromMarkdownExtensions ??= []).push(
    fromMarkdown(
      () => text,
      lexicon,
      () => masks,
    ),
  );

  const parse = this.parser;
  if (parse === undefined) return;
  this.parser = (document: string, file: VFile) => {
    text = document;
    context = file.data.block ?? {
      masks: scanMasks(text, { mode, lexicon }).masks,
      labels: [],
    };
    masks = new Map(context.masks.map((mask) => [mask.start, mask]));
    tags = new Map(tagsIn(text).map(({ span }) => [span.start, span]));
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
        const { links, notes } = byKind(known.labels);
        parser.defined.push(...links);
        (parser.gfmFootnotes ??= []).push(...notes);
      }
      return nok;
    },
  };
  return { document: { null: [construct] } };
}

function fromMarkdown(
  text: () => string,
  lexicon: Lexicon,
  masks: () => ReadonlyMap<number, ScannedMask>,
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
        const mask = masks().get(token.start.offset) ?? never('a token without its mask');
        const node: MaskNode = {
          type: 'mask',
          kind: mask.kind,
          unit: mask.unit,
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
