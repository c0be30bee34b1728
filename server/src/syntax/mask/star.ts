/** Runs of `*` and `_`: which of them are masks, and which are emphasis that CommonMark shall see. */

/** A delimiter run in inline text. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** What the words around it make of it as a mask; undefined where nothing does. */
  readonly evidence: 'strong' | 'weak' | undefined;
  /** Where the unit or suffix after the run ends. */
  readonly followerEnd: number | undefined;
}

/**
 * The runs that are masks. Two runs that CommonMark would pair are masks only if a unit or a suffix follows both of them
 * (no genuine emphasis of a large sample has that); a run without a partner is one if its evidence is strong. In a document
 * that is full of masks (`prior`) evidence at the opening run alone is enough, and a run that nothing pairs with is one even
 * on weak evidence. Masks are taken away and the rest is paired anew, so genuine emphasis between masks is found.
 * Time is linear in the number of runs but for `maxRounds`.
 */
export function decideRuns(text: string, runs: readonly Run[], prior: boolean): ReadonlySet<Run> {
  const masks = new Set<Run>();
  for (let round = 0; round < maxRounds; round++) {
    const rest = runs.filter((run) => !masks.has(run));
    const partners = pair(text, rest);
    const before = masks.size;
    for (const run of rest) if (isProven(text, run, partners.get(run), prior)) masks.add(run);
    if (masks.size > before) continue;
    for (const run of masksThatLeaveNoneOver(text, rest, partners)) masks.add(run);
    if (masks.size > before) continue;
    if (!prior) break;
    // Only when nothing else can be decided: a lone run between Han characters stands for something that was taken out.
    for (const run of rest) if (run.evidence === 'weak' && !partners.has(run)) masks.add(run);
    if (masks.size === before) break;
  }
  return masks;
}

const maxRounds = 6;

/**
 * `召开**次，这是**重点**工作` has three runs, of which one is left over whatever CommonMark pairs. Where taking every run that
 * opens before a unit for a mask leaves only whole pairs, that reading explains the sentence, and the other does not.
 */
function masksThatLeaveNoneOver(
  text: string,
  rest: readonly Run[],
  partners: ReadonlyMap<Run, readonly Run[]>,
): readonly Run[] {
  if (rest.every((run) => partners.has(run))) return [];
  const candidates = rest.filter((run) => run.evidence === 'strong' && isCjk(text, run.start - 1));
  if (candidates.length === 0) return [];
  const isCandidate = new Set(candidates);
  const others = rest.filter((run) => !isCandidate.has(run));
  const without = pair(text, others);
  return others.every((run) => without.has(run)) ? candidates : [];
}

function isProven(text: string, run: Run, partners: readonly Run[] | undefined, prior: boolean): boolean {
  if (run.evidence !== 'strong') return false;
  if (partners === undefined || partners.every((partner) => partner.evidence === 'strong')) return true;
  // `**部门**筹资` is a word in bold although 部门 can follow a mask; a measure word alone, as in `**项**重点`, never is.
  const isWordInBold = partners.some((partner) => partner.start === run.followerEnd && partner.start - run.end > 1);
  return prior && !isWordInBold && isCjk(text, run.start - 1) && partners.every((partner) => partner.start > run.start);
}

/** Whether the character before `offset + 1` is Han, kana, Hangul or their punctuation, so that no space is expected around a run. */
export function isCjk(text: string, offset: number): boolean {
  return offset >= 0 && cjk.test(text.charAt(offset));
}
const cjk = /[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’—…·]/;

interface Delimiter {
  readonly run: Run;
  readonly character: string;
  remaining: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
}

/** The runs that each run is paired with as emphasis, by CommonMark's rules with the CJK-friendly flanking. */
function pair(text: string, runs: readonly Run[]): ReadonlyMap<Run, readonly Run[]> {
  const partners = new Map<Run, Run[]>();
  const openers: Delimiter[] = [];
  for (const run of runs) {
    const closer = delimiter(text, run);
    if (closer.canClose) {
      for (let index = openers.length - 1; index >= 0 && closer.remaining > 0;) {
        const opener = openers[index];
        if (opener === undefined || !canPair(opener, closer)) {
          index--;
          // A run far back rarely pairs; the bound keeps a line of unmatched runs linear.
          if (openers.length - index > maxLookBack) break;
          continue;
        }
        const used = opener.remaining >= 2 && closer.remaining >= 2 ? 2 : 1;
        opener.remaining -= used;
        closer.remaining -= used;
        link(partners, opener.run, closer.run);
        openers.length = opener.remaining > 0 ? index + 1 : index;
        if (opener.remaining === 0) index--;
      }
    }
    if (closer.canOpen && closer.remaining > 0) openers.push(closer);
  }
  return partners;
}

const maxLookBack = 64;

function canPair(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.character !== closer.character) return false;
  const length = (d: Delimiter): number => d.run.end - d.run.start;
  if (!opener.canClose && !closer.canOpen) return true;
  // CommonMark's rule of three.
  return (length(opener) + length(closer)) % 3 !== 0 || (length(opener) % 3 === 0 && length(closer) % 3 === 0);
}

function link(partners: Map<Run, Run[]>, opener: Run, closer: Run): void {
  const add = (run: Run, partner: Run): void => {
    const known = partners.get(run);
    if (known === undefined) partners.set(run, [partner]);
    else known.push(partner);
  };
  add(opener, closer);
  add(closer, opener);
}

function delimiter(text: string, run: Run): Delimiter {
  const before = text.charAt(run.start - 1);
  const after = text.charAt(run.end);
  const spaceBefore = before === '' || /\s/.test(before);
  const spaceAfter = after === '' || /\s/.test(after);
  const punctuationBefore = punctuation.test(before) && !cjk.test(before);
  const punctuationAfter = punctuation.test(after) && !cjk.test(after);
  const left = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore || cjk.test(before));
  const right = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter || cjk.test(after));
  const character = text.charAt(run.start);
  const underscore = character === '_';
  return {
    run,
    character,
    remaining: run.end - run.start,
    canOpen: left && (!underscore || !right || punctuation.test(before)),
    // Nobody ends emphasis on these marks and goes on with a word; the run opens there whatever CommonMark allows.
    canClose:
      right &&
      (!underscore || !left || punctuation.test(after)) &&
      !(/[，、；（《“]/.test(before) && !spaceAfter && !cjkPunctuation.test(after)),
  };
}

const punctuation = /[\p{P}\p{S}]/u;
const cjkPunctuation = /[\u3000-\u303f\uff00-\uff0f\uff1a-\uff20“”‘’—…]/;
