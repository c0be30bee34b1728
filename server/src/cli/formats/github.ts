/** Commands of a GitHub Actions workflow, which shows each finding at its line. */
import type { Language } from '../../base/message';
import type { Severity } from '../../base/problem';
import { closingLine, type Format, type Found } from './format';

export function github(language: Language): Format {
  return {
    head: '',
    between: '',
    file: ({ path, diagnostics }) => diagnostics.map((found) => `${command(path, found, language)}\n`).join(''),
    tail: (tally, failures) =>
      failures.map(({ path, failure }) => `::error file=${property(path)}::${data(failure[language])}\n`).join('') +
      `${closingLine(tally, language)}\n`,
  };
}

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

function command(path: string, { code, severity, message, range }: Found, language: Language): string {
  const { start, end } = range;
  // Columns are refused where a finding goes over several lines.
  const columns =
    start.line === end.line
      ? `,col=${start.character + 1},endColumn=${Math.max(end.character, start.character + 1)}`
      : '';
  const place = `file=${property(path)},line=${start.line + 1},endLine=${end.line + 1}${columns}`;
  return `::${commands[severity]} ${place},title=${property(code)}::${data(message[language])}`;
}

function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
