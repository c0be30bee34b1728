/** Which files are reports, and how their text is divided. */
import type { Mode } from '../syntax/types';

/** `*.report.md`, or Markdown whose front matter has a `report:` key. Other Markdown is left alone. */
export function isReport(path: string, text: string): boolean {
  if (/\.report\.md$/i.test(path)) return true;
  const [first = '', ...lines] = text.slice(0, headLength).split(/\r\n|\r|\n/);
  if (!/^\ufeff?---[ \t]*$/.test(first)) return false;
  const end = lines.findIndex((line) => line.startsWith('---'));
  return lines.slice(0, end < 0 ? undefined : end).some((line) => /^report[ \t]*:/.test(line));
}

/** Front matter that is longer is not looked through to its end. */
const headLength = 4000;

/** A `.txt` is read line by line, everything else as Markdown. */
export function modeOf(path: string): Mode {
  return /\.txt$/i.test(path) ? 'plain' : 'markdown';
}
