/** One JSON value whose shape others rely on. */
import type { Language } from '../../base/message';
import type { Format } from './format';

/** One finding a line, so that a long answer can be read and compared. */
export function json(language: Language): Format {
  const list = (name: string, items: readonly object[]): string =>
    `"${name}":[${items.map((item, index) => `${index === 0 ? '' : ','}\n ${JSON.stringify(item)}`).join('')}]`;
  return {
    head: '{"files":[',
    between: ',',
    file({ path, template, metrics, masks, diagnostics, shares }) {
      const found = diagnostics.map(({ code, severity, message, range }) => ({
        code,
        severity,
        message: message[language],
        range,
      }));
      const more = shares === undefined ? '' : `,\n"filled":${JSON.stringify(shares)}`;
      return `\n{"path":${JSON.stringify(path)},"template":${JSON.stringify(template)},"metrics":${JSON.stringify(metrics)},\n${list('masks', masks)},\n${list('diagnostics', found)}${more}}`;
    },
    tail: ({ files, errors, warnings, blanks, shares }) =>
      `],\n"summary":${JSON.stringify({ files, errors, warnings, blanks, ...(shares && { filled: shares }) })}}\n`,
  };
}
