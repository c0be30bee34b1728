/** A micromark construct for inline text whose extent is known beforehand: tags and masks are found by offset, not by look-ahead. */
import type { Code, Construct, Effects, Extension, State, TokenizeContext, TokenType } from 'micromark-util-types';
import { tagStarts } from './metric/read';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    metric: 'metric';
    mask: 'mask';
  }
}

/** Where tags and masks stand in the text that is being parsed, by the offset of each start. */
export interface Extents {
  readonly metric: ReadonlyMap<number, { readonly end: number }>;
  readonly mask: ReadonlyMap<number, { readonly end: number }>;
}

/**
 * Makes tokens `metric` and `mask` of the extents. They win over autolinks, emphasis and links because a construct that is
 * added later is tried first; in code, HTML and link destinations micromark asks for no inline construct, so none is made.
 */
export function inlineSyntax(extents: () => Extents): Extension {
  const metric = extentConstruct('metric', () => extents().metric);
  const mask = extentConstruct('mask', () => extents().mask);
  const text: Record<number, Construct[]> = {};
  for (const character of tagStarts) text[character.charCodeAt(0)] = [metric];
  for (const character of maskStarts) text[character.charCodeAt(0)] = [mask];
  for (const character of '*_') text[character.charCodeAt(0)]?.push(closerBeforeMask(() => extents().mask));
  return { text };
}

/** Every character with which a mask can begin. */
export const maskStarts = '*＊×XxＸ○〇□_?？T待某【〔[{YHMD0123456789';

/** In `**重点**` followed at once by the mask `**`, the run of stars ends where the mask begins, and closes the emphasis. */
function closerBeforeMask(masks: () => Extents['mask']): Construct {
  return {
    name: 'closerBeforeMask',
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const now = (): number => this.now().offset;
      let marker: Code = null;
      return (code) => {
        marker = code;
        effects.enter('attentionSequence');
        return inside(code);
      };
      function inside(code: Code): State | undefined {
        if (code === marker && !masks().has(now())) {
          effects.consume(code);
          return inside;
        }
        const sequence = effects.exit('attentionSequence');
        sequence._open = false;
        sequence._close = true;
        return code === marker ? ok(code) : nok(code);
      }
    },
  };
}

function extentConstruct(type: TokenType & ('metric' | 'mask'), extents: () => Extents['mask']): Construct {
  return {
    name: type,
    previous(this: TokenizeContext) {
      return extents().has(this.now().offset);
    },
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      const start = this.now().offset;
      const end = extents().get(start)?.end ?? start;
      const now = (): number => this.now().offset;
      return (code) => {
        if (end <= start) return nok(code);
        effects.enter(type);
        return inside(code);
      };
      function inside(code: Code): State | undefined {
        if (now() >= end) {
          effects.exit(type);
          return ok(code);
        }
        // Lines, cells and the text end before the extent does where a table or a block cuts it short.
        if (code === null || code < -2) return nok(code);
        effects.consume(code);
        return inside;
      }
    },
  };
}
