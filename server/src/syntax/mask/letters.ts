/** The letters X and x as masks: told from variables, axes, numerals and names by the words around them. */
import { endsClause, isCurrencyBefore } from './context';
import type { Candidate, Judgement } from './families';

/** X is also a variable, an axis, a ray, a numeral and a name. */
export function judgeLetters(c: Candidate): Judgement {
  const { text, start, end, evidence } = c;
  const isSingle = c.mask.length === 1;
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 12);
  if (isCurrencyBefore(text, start)) return 'figure';
  // `处理ticketX万单`: a letter of the word before, but for the unit after it.
  if (/[A-Za-z]$/.test(before))
    return evidence?.kind === 'figure' && c.lexicon.followerAt(text, end) !== undefined ? 'unsure' : undefined;
  if (!isSingle && valueBefore.test(text.slice(Math.max(0, start - 5), start))) return 'figure';
  if (romanNumeral.test(text.slice(Math.max(0, start - 12), start)) && !/[.,]/.test(c.mask)) return undefined;
  if (/^(?:[或和与、/]| or | and )X?Y\b/.test(after)) return undefined;
  // x = 5, x + y, 2 * x, n/x, x-ray; but +XX% is a figure.
  const isSigned = /(?:^|[^A-Za-z0-9])[-+<>]$/.test(before) && evidence !== undefined;
  const isListed = /(?:^|[\r\n>])\s*[-+*\u0001] $/.test(text.slice(Math.max(0, start - 8), start));
  if (!isSigned && !isListed && (/[-+=^<>]\s?$|[\s\w]\*\s?$/.test(before) || /(?:^|[^Xx\d%])[/:]$/.test(before)))
    return undefined;
  const isCompound = after.startsWith('-') && evidence?.strength === 'strong';
  if (isCompound && (!isSingle || c.mask === 'X')) return 'figure';
  // `XXms`, `XXXk`, `X.Xx`
  if (/^[A-Za-z]/.test(after))
    return romanOrdinal.test(after)
      ? undefined
      : !isSingle
        ? 'figure'
        : /^(?:(?:st|nd|rd|th) [a-z]|[hkM](?![A-Za-z]))/.test(after)
          ? 'unsure'
          : undefined;
  if (/X[.,]X/.test(c.mask) && !/^[.:]/.test(after)) return 'figure';
  if (/X\.X/.test(c.mask) && /^:\d/.test(after)) return 'figure';
  if (/^(?:-|\s?[=^<>]|\s?\+(?! ?[a-z%\u3400-\u9fff]{2}|%)|\s[*-]\s)/.test(after) && !/^-\s?[Xx\d]/.test(after))
    return undefined;
  if (/^(?:染色体|世纪)/.test(after)) return undefined;
  if (/X/.test(c.mask) && (/X[–—/:]$/.test(before) || /^[–—/:]X/.test(after)) && evidence === undefined)
    return 'likely';
  if (/X/.test(c.mask) && /^ (?:out )?of (?:the |our |its |all )?X+\b/.test(text.slice(end, end + 24))) return 'figure';
  if (
    c.mask === 'X' &&
    (/^ (?:to|or|of) X\b/.test(after) || /\bX (?:to|or|of) $/.test(text.slice(Math.max(0, start - 6), start)))
  )
    return 'figure';
  if (isSingle && /^\s+times\s+(?:[a-z]\b|\d|the\b)/.test(after)) return undefined;
  if (evidence !== undefined) {
    if (evidence.strength === 'fair' && evidence.end === end && chromosome.test(text.slice(end, end + 24)))
      return undefined;
    if (!isSingle) return evidence.kind;
    if (c.mask === 'x' && evidence.kind === 'name' && evidence.end === end) return undefined;
    if (evidence.kind === 'name') return after.startsWith(' ') ? undefined : 'name';
    // `X pairs with Y`: what only looks like a plural may be a verb; `X。` or `x：` may be a variable.
    const unit = text.slice(end, evidence.end).trim();
    if (unit === '' && /[:：]\s?$/.test(before)) return 'unsure';
    const isListedUnit = c.lexicon.followerAt(text, end)?.isListed ?? false;
    const isCounted = c.mask === 'X' && unit !== '' && counting.test(text.slice(Math.max(0, start - 16), start));
    return isListedUnit || isCounted || (unit === '' && evidence.strength === 'strong') ? 'figure' : 'unsure';
  }
  const isAlone = /[a-z,] $/.test(before) && (endsClause(text, end) || /^ (?:[&,]|(?:and|or|but) [a-z])/.test(after));
  if (isAlone && isSingle) return 'unsure';
  const isOfCounted = isCountedAfter(c);
  if (c.mask === 'X' && /^ (?:more|additional|further|extra|fewer) [a-z]/.test(after)) return 'figure';
  if (isSingle)
    return isOfCounted || isOrdinal(c) || isCounting(c) || isOfThem(c) || isNumbered(c) ? 'unsure' : undefined;
  const isNumeral = otherNumeral.test(text.slice(Math.max(0, start - 80), end + 80));
  if (!isNumeral && (isHan(text, end) || (isHan(text, start - 1) && !/^\s*[A-Za-z]/.test(after)))) return 'name';
  if (text.length < end - start + 8 && text.trim() === c.mask && /X/.test(c.mask)) return 'name';
  if (isNumeral) return undefined;
  if (/X/.test(c.mask) && endsClause(text, end) && saidBefore.test(text.slice(Math.max(0, start - 14), start)))
    return 'figure';
  if (isOfCounted && (/[a-z,(.:;*] ?$|^$/.test(before) || isListed)) return 'figure';
  // `X **major**, XX *minor*`, `hired XX crew`: no numeral stands before an ordinary word.
  if (/X/.test(c.mask) && /[a-z,;.] $/.test(before) && ordinaryWord.test(after)) return 'figure';
  if (/[，、：；（]$/.test(before) && after.startsWith('、')) return 'name';
  if (/[“‘"《（(]$/.test(before) && /^[”’"》）)]/.test(after) && isHan(text, end + 1)) return 'name';
  // `Closed: XX open`, `ratio of XX:1`
  if (/[a-z][:][*_]{0,2} $/.test(text.slice(Math.max(0, start - 5), start)) && /^ [*_]{0,2}[a-z]/.test(after))
    return 'figure';
  if (/[a-z] $/.test(before) && /^:\d/.test(after)) return 'figure';
  return isAlone || (/(?:[a-z)&,;] |[(~≈/–—:]\s?)$/.test(before) && !/^(?:[A-Za-z]| [A-Z]| chromosome)/.test(after))
    ? 'likely'
    : undefined;
}

const saidBefore =
  /\b(?:is|are|was|were|be|reached|totall?ed|averaged|stood at|hit|to|of|at|by|about|around|than|nearly|over|under|only|just) $/;
const ordinaryWord =
  /^ [*_]{0,2}(?!(?:is|was|are|were|has|had|and|or|in|of|to|for|as|at|on|by|from|with|the|which|that|will|won|beat|sex)\b|chrom|karyo|female|genotyp|begin|describ|show)[a-z]{3,}/;
/** Where `XVI` or `XY` stands, XX is a numeral or a chromosome too. */
const otherNumeral = /(?<![A-Za-z])(?:XY|(?=[XVI]{2})X*[VI][XVI]*)(?![A-Za-z])/;
const chromosome = /(?<![A-Za-z])X?Y(?![A-Za-z])/;
/** `p = X.XX`, `(n = XXX)`: the value of a letter, not a letter. */
const valueBefore = /(?:^|[\s(（，])[A-WYZa-wyz] ?[=<≈] ?$/;
/** `the XXth century`, `XXth Congress` */
const romanOrdinal = /^(?:st|nd|rd|th) (?:[A-Z]|centur)/;
/** `Chapter XX` is the twentieth. */
const romanNumeral =
  /\b(?:Chapters?|Vol(?:umes?|\.)|Parts?|Books?|Acts?|Articles?|Titles?|Appendix|Bowl|Century|Mk\.?|Mark) $/;
/** What stands before the number of what is counted: `the lowest of X bidders`, `Booked X rooms`. */
const counting = /\b(?:of|to|by|after|in|within|for|with|from|over|under|[A-Za-z]{2,}ed) $/;

/** `were X reportable accidents`, `raised X *major* and XX **minor** findings`, `took XXX X-rays`: few words come between. */
function isCountedAfter({ text, start, end, lexicon }: Candidate): boolean {
  const head = text.slice(end, end + 48);
  if (!head.startsWith(' ')) return false;
  // `the X axis shows` says nothing; so would any noun and its verb.
  if (/\b(?:the|an?) $/i.test(text.slice(Math.max(0, start - 5), start))) return isRemaining.test(head);
  if (capitalPlural.test(head)) return true;
  const between = adjectives.exec(head)?.[0].length ?? 0;
  const noun = between === 0 ? undefined : lexicon.followerAt(text, end + between);
  return noun?.kind === 'figure' && noun.unit.endsWith('s');
}

/** `the X remaining invoices`, `the X signed contracts` */
const isRemaining =
  /^ (?:other|last|first|new|open|key|main|major|minor|critical|active|overdue|annual|local|public|[a-z]{2,}(?:ing|ed)) [a-z]+s(?![a-z])/;
const capitalPlural = /^ (?:[A-Z][A-Za-z]{1,4} [a-z]{2,}|[A-Z](?:-[a-z]{2,}|[A-Z]{1,4}))s(?![A-Za-z])/;
const adjective =
  '(?!(?:of|to|in|on|at|by|and|or|is|are|was|were|has|have|for|from|with|out|per|that|which)[ *_])[*_]{0,2}[a-z]{3,}(?:-[a-z]+)*[*_]{0,2}';
/** One or two adjectives, or two with a further mask between. */
const adjectives = new RegExp(
  `^ ${adjective}(?: (?:and|or) X{1,4} ${adjective}| ${adjective}(?= [a-z]+s(?![a-z])))? (?=[a-z])`,
);

/** `任务X：`, `详见附件X`: a letter in the place of an ordinal. */
function isOrdinal({ text, start, end, mask }: Candidate): boolean {
  return (
    /[XＸ]/.test(mask) &&
    /[\u3400-\u9fff]{2}$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^[：:。；，）」》]|^$/.test(text.slice(end, end + 1))
  );
}

/** `closed XX; X remain open`: at the beginning of a clause, before a verb. */
function isCounting({ text, start, end, mask }: Candidate): boolean {
  return (
    mask === 'X' &&
    /(?:(?:[;,:]|:[*_]{1,2}|\band) |\()$/.test(text.slice(Math.max(0, start - 4), start)) &&
    /^ [*_]{0,2}[a-z]{3,}/.test(text.slice(end, end + 6))
  );
}

/** `Phase X`, `in Year X` */
function isNumbered({ text, start, mask }: Candidate): boolean {
  return mask === 'X' && numbered.test(text.slice(Math.max(0, start - 10), start));
}

const numbered =
  /\b(?:Phase|Year|Grade|Stage|Tier|Level|Week|Day|Section|Table|Figure|Annex|Appendix|Room|Ward|Zone|Unit|Block|Batch|Round|Step|Lot|Page|Item|Building|Floor|Line) $/;

/** `received X of them` */
function isOfThem({ text, start, end }: Candidate): boolean {
  return text.charAt(start - 1) === ' ' && /^ of (?:them|these|those|which|whom|our)\b/.test(text.slice(end, end + 10));
}

/** `x > 10`, `2 * x`: a letter that is reckoned with stands for no blank anywhere in the sentence. */
export const usedAsVariable = /(?<![A-Za-z0-9_])[Xx]\s?(?:[=<>^]|\s[*+-]\s)|(?:[=<>^]|\s[*+-])\s?[Xx](?![A-Za-z0-9_%])/;

export function isHan(text: string, offset: number): boolean {
  return offset >= 0 && /\p{Script=Han}/u.test(text.charAt(offset)) && !/[〇々]/.test(text.charAt(offset));
}
