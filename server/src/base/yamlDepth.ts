/** Keeps YAML that is nested past all use from the parser, which calls itself for each level. */
import { Lexer } from 'yaml';

/** No template, data file or front matter is nested deeper. */
export const deepestYaml = 50;

/**
 * Whether brackets or list marks stand one in another more than `deepestYaml` times. Where the stack runs out while the parser has a
 * pattern compiled, the process ends, which nothing can catch. Linear; free for a text that is too short to be any danger.
 */
export function isDeepYaml(text: string): boolean {
  if (text.length < harmless) return false;
  let brackets = 0;
  let marks = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') brackets++;
    else if (token === ']' || token === '}') brackets = Math.max(0, brackets - 1);
    else if (token === '-' || token === '?') marks++;
    else if (/^[\r\n]/.test(token)) marks = 0;
    if (brackets > deepestYaml || marks > deepestYaml) return true;
  }
  return false;
}

/** In characters, each of which can open one level: less than a tenth of what any stack holds. */
const harmless = 500;
