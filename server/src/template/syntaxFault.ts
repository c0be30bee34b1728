/** What the YAML parser finds wrong with a template, in words and at places that help its author. */
import type { Message } from '../base/message';
import type { Problem } from '../base/problem';
import { span, type Span } from '../base/span';
import { yamlErrorMessage, type YamlFault } from '../base/yamlError';

export interface YamlSyntaxError extends YamlFault {
  readonly pos: readonly [number, number];
}

export function syntaxFault(error: YamlSyntaxError, source: string): Pick<Problem, 'span' | 'message'> {
  // At the end of a text the parser points one past it.
  const start = Math.min(error.pos[0], source.length);
  const at = span(start, Math.max(start, Math.min(error.pos[1], source.length)));
  return (
    unclosed(error, at, source) ?? nestedInValue(error, at, source) ?? { span: at, message: yamlErrorMessage(error) }
  );
}

/** The parser tells of a quote or bracket that is not closed where it gives up, often at the end of the file. */
function unclosed(
  { message }: YamlFault,
  { start }: Span,
  source: string,
): Pick<Problem, 'span' | 'message'> | undefined {
  const missing = /^Missing closing (['"])|end with an? ([\]}])$/m.exec(message);
  const close = missing?.[1] ?? missing?.[2];
  if (close === undefined) return undefined;
  const open = close === ']' ? '[' : close === '}' ? '{' : close;
  const at = openedBefore(source.slice(0, start), open);
  return at === undefined ? undefined : { span: span(at, at + 1), message: notClosed(open, close) };
}

/** The last of its kind that begins a value. */
function openedBefore(text: string, open: string): number | undefined {
  for (let at = text.lastIndexOf(open); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(open, at - 1)) {
    if (/(?:^|[\r\n]|[:,[{-])[ \t]{0,80}$/.test(text.slice(Math.max(0, at - 82), at))) return at;
  }
  return undefined;
}

function notClosed(open: string, close: string): Message {
  return {
    en: `${quotedSign(open)} is not closed; write ${quotedSign(close)} where it ends.`,
    zh: `“${open}”没有闭合，请在结束处写上“${close}”。`,
  };
}

function quotedSign(sign: string): string {
  return sign === '"' ? "'\"'" : `"${sign}"`;
}

/** `id: a` with keys indented below it: what has a value cannot have keys. */
function nestedInValue(
  { code }: YamlFault,
  { start }: Span,
  source: string,
): Pick<Problem, 'span' | 'message'> | undefined {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const lineStart = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1;
  const [line = '', , indent = '', key = ''] =
    /^[^\r\n]{0,2000}(\r\n|\r|\n)([ ]{1,80})([\w-]{1,40}):(?:[ \r\n]|$)/.exec(source.slice(lineStart, start + 3000)) ??
    [];
  const own = /^ *(?:- +)*/.exec(line)?.[0].length ?? 0;
  if (line === '' || indent.length <= own) return undefined;
  const at = lineStart + line.search(/(?:\r\n|\r|\n)/) + (/\r\n/.test(line) ? 2 : 1) + indent.length;
  return {
    span: span(at, at + key.length),
    message: {
      en: `"${key}" is indented deeper than the key above it, which has a value already; indent both alike.`,
      zh: `“${key}”比上一行的键缩进更深，而上一行的键已有值，请让两行缩进相同。`,
    },
  };
}
