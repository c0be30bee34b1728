/** The tree of a report: mdast, with tagged metrics and untagged masks as two more kinds of inline node. */
import type { Node, Root } from 'mdast';
import type { Message } from '../base/message';
import type { Span } from '../base/span';

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
 * A stretch of the text between two places where no Markdown construct can cross. `start` is its offset in the whole text;
 * all positions in `root` are relative to it.
 */
export interface Block {
  readonly start: number;
  readonly text: string;
  readonly root: Root;
  /** How many star runs are masks by the block alone; the sum over the document decides how much evidence a mask needs. */
  readonly starMasks: number;
}

/** Blocks in order; joined, their texts are the whole text. Never fails, whatever the string. */
export interface Parse {
  readonly text: string;
  readonly mode: Mode;
  readonly blocks: readonly Block[];
  /** All that a block's tree depends on besides its text: equal contexts and texts have equal trees. */
  readonly context: string;
}
