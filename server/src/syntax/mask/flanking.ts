/** Where a delimiter run can open and close emphasis: CommonMark's flanking, in the CJK-friendly form that the parser uses. */

export interface Flanking {
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/**
 * A mark of Chinese punctuation beside a run counts as a letter, so `**“强调”**后` is emphasis as its author meant it. So it is
 * with `__强调__后`, which CommonMark does not allow.
 */
export function flankingOf(text: string, start: number, end: number): Flanking {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  const spaceBefore = before === '' || /\s/.test(before);
  const spaceAfter = after === '' || /\s/.test(after);
  const punctuationBefore = isPunctuation(before);
  const punctuationAfter = isPunctuation(after);
  const left = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore || cjk.test(before));
  const right = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter || cjk.test(after));
  return { canOpen: left, canClose: right };
}

function isPunctuation(character: string): boolean {
  return punctuation.test(character) && !cjk.test(character);
}

const punctuation = /[\p{P}\p{S}]/u;
const cjk = /[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’—…·]/;
