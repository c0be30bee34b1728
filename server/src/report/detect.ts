/** Which files are reports, and how their text is divided. */
import type { Mode } from '../syntax/types';

/** `*.report.md`, or Markdown whose front matter has a `report:` key. Other Markdown is left alone. */
export function isReport(path: string, text: string): boolean {
  return (
    /\.report\.md$/i.test(path) ||
    /^\ufeff?---[ \t]*(?:\r\n|\r|\n)(?:(?!---)[^\r\n]*(?:\r\n|\r|\n))*?report[ \t]*:/.test(text.slice(0, 4000))
  );
}

/** A `.txt` is read line by line, everything else as Markdown. */
export function modeOf(path: string): Mode {
  return /\.txt$/i.test(path) ? 'plain' : 'markdown';
}
