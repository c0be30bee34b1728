/** The tree of a report: mdast, with tagged metrics and untagged masks as two more kinds of inline node. */
import type { Node } from 'mdast';
import type { LineIndex } from '../base/lineIndex';
import type { Message } from '../base/message';
import type { Sequence } from '../base/sequence';
import type { Span } from '../base/span';
import type { ScanResult } from './mask/scan';
import type { Lexicon } from './mask/lexicon';

/** What a blank stands for: a number, a calendar date, or the name of a person, place or body. */
export type BlankKind = 'figure' | 'date' | 'name';

/** Why a tag is not well formed, and the text that would be. */
export interface TagFault {
  readonly kind: 'unclosed' | 'spaced' | 'full-width' | 'damaged' | 'missing-id';
  readonly message: Message;
  /** The whole tag as it should be written; undefined where only the author can know. */
  readonly repaired: string | undefined;
}

/**
 * `<<id:value>>` (a value is given) or `<<id>>` (`value` undefined: the value given elsewhere is repeated).
 * Spans are offsets in the block's text, like the node's own position.
 */
export interface MetricNode extends Node {
  type: 'metric';
  id: string;
  value: string | undefined;
  idSpan: Span;
  valueSpan: Span | undefined;
  /** What a blank here would stand for, and the unit after the tag, judged by the words that follow. */
  kind: BlankKind;
  unit: string | undefined;
  fault: TagFault | undefined;
}

/** A placeholder in running text that no tag names yet. `value` is its text: `**`, `XX`, `20**年*月*日`, `待定`. */
export interface MaskNode extends Node {
  type: 'mask';
  kind: BlankKind;
  /** The unit, measure word or suffix that follows, as written: `次`, `余万元`, `市`. */
  unit: string | undefined;
  value: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    metric: MetricNode;
    mask: MaskNode;
  }
  interface RootContentMap {
    metric: MetricNode;
    mask: MaskNode;
  }
}

/** How a text is divided into blocks: CommonMark, or every line that is not blank a paragraph. */
export type Mode = 'markdown' | 'plain';

/**
 * A stretch of the text between two places where no Markdown construct can cross. It says nothing of where it stands, so that an
 * edit before it leaves it as it is. All that its tree depends on is here.
 */
export interface Block {
  readonly text: string;
  /** How its text is read: `flat` means line by line, for tags and masks alone. */
  readonly form: 'front-matter' | 'markdown' | 'flat';
  /** Grows along the document, so that two blocks of one parse can be compared without their places. Means nothing else. */
  readonly order: number;
  readonly lexicon: Lexicon;
  /** Untagged masks, unless what stands around them (code, a link's address) makes them text. */
  readonly masks: ScanResult['masks'];
  /** What the block holds by itself; the sum of its star masks over the document decides how much evidence a mask needs. */
  readonly scan: ScanResult;
  /** Labels of links and footnotes that the block defines. */
  readonly defines: readonly Label[];
  /** Labels that the document defines and that stand in brackets here. In the order of the alphabet. */
  readonly refersTo: readonly Label[];
  readonly lineBreaks: number;
}

/** A link's or a footnote's label, normalised as CommonMark says; the two kinds are told apart by how it begins. */
export type Label = string;

/** What blocks add up to. */
export interface Extent {
  /** In UTF-16 units. */
  readonly length: number;
  readonly lineBreaks: number;
  readonly starMasks: number;
  readonly defines: readonly Label[];
  readonly lastOrder: number;
}

/** Blocks in order; joined, their texts are the whole text. Never fails, whatever the string. */
export interface Parse {
  readonly mode: Mode;
  readonly lexicon: Lexicon;
  readonly blocks: Sequence<Block, Extent>;
  /** The whole text, put together when it is first asked for. */
  readonly text: string;
  readonly lines: LineIndex;
  /** Whether the document is full of star masks. */
  readonly prior: boolean;
  /** All that its blocks define. */
  readonly labels: ReadonlySet<Label>;
}
