/** How unlikely it is that the text between two runs was emphasised by its author, rather than left between two masks. */
import type { Run } from './run';

/**
 * 0 for emphasis that nothing speaks against, Infinity for what cannot be emphasis at all. A longer closing run, whose end may
 * be a mask, says nothing by its unit.
 */
export function emphasisCost(text: string, opener: Run, closer: Run): number {
  const content = text.slice(opener.end, Math.min(closer.start, opener.end + longest));
  if (!meaningful.test(content)) return Infinity;
  const isAsLong = closer.end - closer.start === opener.end - opener.start;
  const isWhole =
    opener.start < 16 &&
    text.length - closer.end < 16 &&
    (text.slice(0, opener.start) + text.slice(closer.end)).trim() === '';
  return (
    edgeCost(content, text.charAt(closer.start - 1), closer) +
    clauseCost(content, opener, closer) +
    (isBalanced(content) ? 0 : 6) +
    // `赴**调研***次`: after a preposition the shorter run is a place.
    (isAsLong || !preposition.test(text.charAt(opener.start - 1)) ? 0 : 1.5) +
    // What is emphasised from its first character to its last is a heading or a note of its own.
    (isWhole && isAsLong ? 0 : unitCost(text, content, opener, isAsLong ? closer : undefined))
  );
}

const longest = 200;
const preposition = /[在赴到从由向与和对于]/;
const meaningful = /[\p{L}\p{N}]|^[%‰]$/u;

/** `**首先，**` is found now and then, `**、` or `**（` never; few emphasised words begin with 等 or end with 和. */
function edgeCost(content: string, last: string, closer: Run): number {
  // `**至**高速公路`: a word that joins two others is not emphasised without them.
  if (/^[和与及或至到]$/.test(content)) return 6;
  let cost = /^(?:[，。；：、！？,;:!?)）》”’」』】〕…]|[%％‰].)/.test(content) ? 6 : 0;
  if (/[，,；;]/.test(last)) cost += 2;
  else if (/[、（(《“‘「【〔]/.test(last)) cost += 6;
  if (content.length > 2) {
    if (/^被(?![告动害申执])/.test(content)) cost += 1;
    cost += /^等[地家省市县区乡镇村校]/.test(content) ? 3 : /^[等的]/.test(content) ? 1 : 0;
    cost += /(?:[和与及至到为由共约达从赴]|联合|会同|(?<![存现所实内潜正])在)$/.test(content) ? 1.25 : 0;
    if (content.endsWith('等')) cost += closer.kind === 'figure' && closer.strength === 'strong' ? 2.5 : 0;
  }
  return cost;
}

/** Authors emphasise words and whole clauses; what reaches from the middle of one clause into another lies between masks. */
function clauseCost(content: string, opener: Run, closer: Run): number {
  const isFromMiddle = !opener.isAfterPause;
  if (closer.start - opener.end > longest) return 2;
  if (/[。！？；][^”』」）)]/.test(content)) return isFromMiddle ? 2.5 : 1.5;
  if (/[。！？；][”』」）)]?$/.test(content)) return isFromMiddle ? 1.5 : 0;
  return /[，,]/.test(content) ? (isFromMiddle ? 1 : 0.25) : 0;
}

/** The units: one after both ends is what two masks have and emphasis has not. */
function unitCost(text: string, content: string, opener: Run, closer: Run | undefined): number {
  // `召开**两**次`: between a mask and the next there is more than a numeral.
  if (numeralOnly.test(content)) return 0;
  if (!isOpenerCalledFor(content, opener)) return closer === undefined ? 0 : closerCost(text, content, closer);
  const unit = text.slice(opener.end, opener.followerEnd);
  const rest = content.slice(unit.length);
  // `，**件**字从人`: a character in bold, before what happens to be a unit. Masks so close stand after a word: `排查**户**人`.
  const isCharacter =
    rest === '' &&
    unit.length === 1 &&
    opener.isAfterPause &&
    (opener.kind === 'figure' || !/[省市州县区旗乡镇村]/.test(unit));
  // `**张三**同志`: a surname that is a unit too.
  if (surname.test(unit) && content.length < 4 && closer?.kind === 'name' && /^[\u3400-\u9fff]+$/.test(content))
    return 0.25;
  const isBeforeUnit =
    closer?.strength === 'strong' && (opener.kind === 'name' || closer.followerEnd - closer.end === 1);
  if (closer?.strength === 'strong') return isCharacter && isBeforeUnit ? 0.25 : 5;
  // `第**届` counts, whatever follows; `**镇**村村民` goes from place to place.
  if (text.charAt(opener.start - 1) === '第') return 4;
  if (opener.kind === 'name' && placeBefore.test(text.slice(Math.max(0, opener.start - 2), opener.start))) return 4;
  // Half of a range, `**周一**至**周五**`, has no unit of its own.
  if (opener.strength === 'fair') return 0.5;
  // `**高速公路**至**段`
  if (rest === '' && opener.kind === 'name' && closer?.strength === 'fair' && closer.kind === 'name') return 2;
  // `**家**庭` emphasises what happens to be a unit.
  if (rest === '') return unit.length > 1 ? 0.25 : 1;
  if (clauseMark.test(rest.charAt(0)) || /^[和与及或至到、]$/.test(rest)) return 5;
  // `**万元以上**的设备` names a class of things.
  if (/^以[上下内]$/.test(rest) && closer !== undefined && closer.strength !== 'fair') return 1;
  if (needsNumber.test(unit)) return 4;
  if (clauseMark.test(rest)) return 3;
  return (opener.isAfterPause ? 0.75 : 1.75) + (closer?.strength === 'fair' ? 0.25 : 0);
}

/** `**3**个`, `**每**次` and `**所有**人` are common; a clause, or a word before 万元 or 人次, is likelier to end before a mask. */
function closerCost(text: string, content: string, closer: Run): number {
  if (closer.strength !== 'strong' && closer.strength !== 'fair') return 0;
  if (clauseMark.test(content)) return 2.5;
  if (closer.strength !== 'strong' || closer.kind !== 'figure' || numeral.test(content)) return 0;
  const unit = text.slice(closer.end, closer.followerEnd);
  if (needsNumber.test(unit)) return 2.5;
  // `**馆接待**次，`: a measure word that ends a clause has its number before it; 负责人 and 出发点 are words of their own.
  const isMeasured = content.length > 1 && measureWord.test(unit) && measureEnd.test(text.charAt(closer.followerEnd));
  return isMeasured && !determiner.test(content) ? 2.5 : 0.25;
}

const measureWord = /^\s?[次件个份户家亩吨台篇名处起场期批座栋具副枚册辆艘架株头只套间条例宗张篇幅部句斤米升天]$/;
const measureEnd = /^$|[，。；、！？（*＊×\r\n]/;
/** What stands before a measure word without a number. */
const determiner =
  /(?:全部|所有|全体|部分|其他|其余|[每各全某哪这那该本首头末再多屡逐依其同另半整有无单专入到些数余])$/;

/** A figure or a numeral in bold has its unit after it; no mask stands before one. */
function isOpenerCalledFor(content: string, { strength }: Run): boolean {
  return (strength === 'strong' || strength === 'fair') && !/^[\d０-９]/.test(content);
}

const surname = /^[张项石金席单成万段章封方]$/;
const placeBefore = /[*_][省市州县区镇乡村]$/;
const numeralOnly = /^[\d０-９.,]*[零〇一二三四五六七八九十百千万亿两半几数\d０-９]$/;
const clauseMark = /[，。；：,;（(）)]/;
const numeral = /[\d０-９%％零〇一二三四五六七八九十百千万亿两半几数]$/;
/** Units before which nothing but a number makes sense, and with which no other word begins. */
const needsNumber =
  /^\s?(?:[%％‰]|[余多来几]?[百千万亿]+[^人家户众物事里]?$|.+(?:元|吨|亩)$|.*(?:[公千厘毫]米|公里|公顷|百分点|基点|人次|千瓦时?)$)/;

/** Whether every bracket and quotation mark that opens in the content closes there, and the other way round. */
function isBalanced(content: string): boolean {
  if (!bracket.test(content)) return true;
  let depth = 0;
  for (let at = 0; at < content.length; at++) {
    const character = content.charAt(at);
    if (opening.includes(character)) depth++;
    else if (closing.includes(character) && --depth < 0) return false;
  }
  return depth === 0;
}

const opening = '（(《“「『【〔';
const closing = '）)》”」』】〕';
const bracket = /[（(《“「『【〔）)》”」』】〕]/;
