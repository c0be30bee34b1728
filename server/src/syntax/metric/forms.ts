/** The forms in which tags are met: as they should be, and as authors, input methods and formatters write them. */

/** Letters, digits, `_` and `-`, with `.` between parts; one letter or digit at least. */
export const idPattern = '(?=[_.-]*[\\p{L}\\p{N}])[\\p{L}\\p{N}_-]+(?:\\.[\\p{L}\\p{N}_-]+)*';

/** The characters with which a tag of any form can begin, one string. */
export const tagStarts = '<＜《〈⟨«';

/** A pattern for what every tag begins with, whatever its form: where it does not match there is no tag. */
export const tagOpener = '<(?:\\\\<|\\[|[ \\t\\u00a0\\u3000]?[<＜《〈⟨])|[＜《〈⟨][ \\t\\u00a0\\u3000]?[<＜《〈⟨]|«';

const space = '[ \\t\\u00a0\\u3000]';
const colon = '[:：∶﹕]';
const wideOpen = '＜《〈⟨';
const wideClose = '＞》〉⟩';

/**
 * An id as somebody writes it who does not know its form, or as it is left by what set its dashes and quotation marks: words
 * with spaces between them, escapes, dashes of any length.
 */
const idCharacter = '(?:[\\p{L}\\p{N}_.\\-‐‑–—−－]|\\\\[_.-])';
const looseId = `["“”'‘’]?(?=[^:：]{0,3}[\\p{L}\\p{N}])${idCharacter}+(?: ${idCharacter}+){0,5}["“”'‘’]?`;

/** A value that can be recognised without its end: a figure, a mask, or a placeholder. */
const openFigure = '[+-]?[$€£¥￥]?[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?[%％]?';
const openMask = '[*＊×○〇□_]+(?:[.][*＊×○〇□_]+)?[%％]?';
const openWord = '待[定填补]充?';

function form(source: string): RegExp {
  return new RegExp(source, 'uy');
}

/** Groups: the id, and the value where there is one. An address (`<<https://…>>`, `<<mailto:…@…>>`) is no tag. */
export const wellFormed = form(
  `<<(${idPattern})(?::(?!//)((?!${space})(?:[^\\n\\r<>]|<(?!<)|>(?!>))*?(?<!${space})|))?>>`,
);

/** Groups here and in `wide` and `escaped`: opening, space, id, space, colon, value, closing. */
export const loose = form(`(<<)(${space}*)(${looseId})?(${space}*)(${colon})(?!//)([^\\n\\r<>]*)(>${space}?>)`);

const anyOpen = `[<${wideOpen}]`;
const anyClose = `[>${wideClose}]`;
const wideValue = `([^\\n\\r<>${wideOpen}${wideClose}]*)`;

/** At least one bracket may be full-width, and a space may stand between the two: `《《…》》`, `<＜…》>`, `< <…> >`. */
export const wide = form(
  `(${anyOpen}${space}?${anyOpen})(${space}*)(${looseId})?(${space}*)(${colon})(?!//)${wideValue}(${anyClose}${space}?${anyClose})`,
);

/** `<\<id:value>>`, as formatters write what looks like an HTML element to them. */
export const escaped = form(
  `(<\\\\<)()(${looseId})()(:)(?!//)((?:[^\\n\\r<>\\\\]|\\\\(?!>)[^\\n\\r<>]?)*)(\\\\?>\\\\?>)`,
);

/** A reference whose id has backslashes: `<<water\_loss>>`. */
export const escapedReference = form(`<<(${idCharacter}*\\\\${idCharacter}*)>>`);

/** `<[id:value](id:value)>`, as formatters write what is an address in angle brackets to them. */
export const linked = form(`<\\[(${idPattern}):([^\\n\\r<>\\[\\]]*)\\]\\(\\1:([^\\n\\r<>()\\s]*)\\)>`);

/** `«id:value»`, as word processors write `<<` and `>>`. */
export const guillemets = form(
  `«{1,2}${space}?((?:[\\p{Ll}\\p{N}_-]|\\p{Script=Han})+(?:\\.[\\p{Ll}\\p{N}_-]+)*)${space}?${colon}${space}?([^\\n\\r<>«»]{0,24}?)${space}?»{1,2}`,
);

/** Without its end, but with one closing bracket that shows where the value ends. Groups: id, colon, value. */
export const halfClosed = form(`<<(${idPattern})(${colon})(?!//)([^\\n\\r<>${wideOpen}${wideClose}]*)${anyClose}(?!>)`);

/** Without any end. Groups: id, colon, value. */
export const unclosed = form(`<<(${idPattern})(${colon})(?![:/])(${openFigure}|${openMask}|${openWord}|[A-Za-z]+)?`);

/** The same after full-width brackets, where nothing but a mask is certain. */
export const wideUnclosed = form(
  `[${wideOpen}]{2}(${idPattern})(${colon})(${openMask})(?:[${wideClose}](?![${wideClose}]))?`,
);
