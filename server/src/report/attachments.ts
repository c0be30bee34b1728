/** The list of attachments below a text (`附件：1.走访名单`), and the marks above what is attached (`附件1`). */

export interface ListedAttachment {
  /** Undefined where the only one has none. */
  readonly number: number | undefined;
  readonly name: string;
  /** Of number and name in the line. */
  readonly start: number;
  readonly end: number;
}

/** The first line of a list, behind 附件 and its colon. */
const firstLine = /^(附件[：:][ \t\u3000]{0,8})(.{1,120})$/u;
const numbered = /^(\d{1,2})[.．、][ \t\u3000]{0,8}(?=[^\d\s])/;
const furtherLine = /^([ \t\u3000\ufffc]{0,40})(\d{1,2}[.．、][ \t\u3000]{0,8}[^\d\s].{0,120})$/u;

/** What the first line of a list lists; undefined where the line begins none. */
export function firstListed(line: string): ListedAttachment | undefined {
  const [, lead, rest] = firstLine.exec(line) ?? [];
  return lead === undefined || rest === undefined ? undefined : listed(rest, lead.length);
}

/** What a line below it lists. */
export function nextListed(line: string): ListedAttachment | undefined {
  const [, lead, rest] = furtherLine.exec(line) ?? [];
  return lead === undefined || rest === undefined ? undefined : listed(rest, lead.length);
}

/** The number that a line or heading above an attachment has, 0 where it has none; undefined where it is no such line. */
export function attachedNumber(line: string): number | undefined {
  const match = /^附件[ \u3000]{0,2}(\d{1,2})?(?:[ \t\u3000：:]|$)/.exec(line);
  if (match === null || (match[1] === undefined && !/^附件[：:]?[ \t\u3000]*$/.test(line))) return undefined;
  return Number(match[1] ?? 0);
}

/** Whether the structure of a report depends on what the line says of attachments. */
export function saysAttachment(line: string): boolean {
  return line.startsWith('附件') || /^\d{1,2}[.．、](?!\d)/.test(line);
}

function listed(written: string, start: number): ListedAttachment {
  const mark = numbered.exec(written);
  const trimmed = written.trimEnd();
  return {
    number: mark === null ? undefined : Number(mark[1]),
    name: trimmed.slice(mark?.[0].length ?? 0),
    start,
    end: start + trimmed.length,
  };
}
