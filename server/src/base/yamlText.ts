/** Writes a text so that YAML reads it back as the same text. */

/** As it is where that is safe, else in double quotes. */
export function yamlText(text: string): string {
  return /^(?:\.{0,2}\/)*[\p{L}\p{N}][^:#"'\n]*$/u.test(text) && !/\s$/.test(text) ? text : JSON.stringify(text);
}
