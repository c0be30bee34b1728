/** Completion in the front matter: its keys, and what can stand behind each. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { touches } from '../../base/span';
import { textIn } from '../../workspace/at';
import type { FeatureContext } from '../feature';
import { keys, severities, statuses, type Offer } from './frontMatterWords';
import { dataFiles, organisations, periods, previousReports, templateIds } from './frontMatterValues';
import { ruleIds } from './ruleIds';
import { kinds, lineStart, replacing, sortKey, type Place } from './place';

/** Undefined where the place is not in the front matter. */
export function completeFrontMatter(place: Place, ctx: FeatureContext): CompletionItem[] | undefined {
  const body = bodyAround(place);
  if (body === undefined) return undefined;
  const { before } = place;
  const { text } = body;
  const parent = /^[ \t-]/.test(before) ? keyAbove(text.slice(0, lineStart(place) - body.start)) : undefined;
  if (parent === 'rules') {
    const severity = /^\s+[a-z-]+:( *\S*)$/.exec(before);
    if (severity !== null) return values(place, severity[1] ?? '', severities, ctx);
    const id = /^\s+([a-z-]*)$/.exec(before);
    return id === null ? [] : names(place, id[1] ?? '', ruleIds(text), ctx);
  }
  const listed = /^\s*-( .*|)$/.exec(before);
  if (parent === 'data' && listed !== null) return values(place, listed[1] ?? '', dataFiles(place, ctx), ctx);
  const value = /^([a-z]+):(.*)$/.exec(before);
  if (value !== null) return values(place, value[2] ?? '', valuesOf(value[1] ?? '', place, ctx), ctx);
  if (!/^[a-z]*$/.test(before)) return [];
  const line = `${before}${place.after}`;
  const missing = keys.filter(
    ({ value: key }) => !new RegExp(`^${key}:`, 'm').test(text) || line.startsWith(`${key}:`),
  );
  return names(place, before, missing, ctx);
}

interface Body {
  readonly text: string;
  readonly start: number;
}

/** The YAML, also while its closing fence is not typed yet. */
function bodyAround({ snapshot: { parse, frontMatter }, offset, before }: Place): Body | undefined {
  if (frontMatter !== undefined) {
    const { bodySpan } = frontMatter;
    return touches(bodySpan, offset) && !before.startsWith('---')
      ? { text: textIn(parse, bodySpan), start: bodySpan.start }
      : undefined;
  }
  if (offset > longestHead) return undefined;
  const head = textIn(parse, { start: 0, end: offset });
  const opening = /^\ufeff?---[ \t]*(?:\r\n|\r|\n)/.exec(head)?.[0];
  if (opening === undefined) return undefined;
  const body = head.slice(opening.length);
  // A blank line or a heading ends what can be front matter that is still being written.
  return /^(?:[ \t]*\n|#|---)/m.test(body.replace(/\r\n?/g, '\n')) ? undefined : { text: body, start: opening.length };
}

const longestHead = 4000;

/** The last key at the margin. */
function keyAbove(body: string): string | undefined {
  return [...body.matchAll(/^([a-z]+):/gm)].at(-1)?.[1];
}

function valuesOf(key: string, place: Place, ctx: FeatureContext): readonly Offer[] {
  switch (key) {
    case 'report':
      return templateIds(place, ctx);
    case 'status':
      return statuses;
    case 'period':
      return periods(place, ctx);
    case 'org':
      return organisations(place, ctx);
    case 'data':
      return dataFiles(place, ctx);
    case 'previous':
      return previousReports(place, ctx);
    default:
      return [];
  }
}

/** What stands before a colon. */
function names(place: Place, typed: string, offers: readonly Offer[], ctx: FeatureContext): CompletionItem[] {
  const rest = /^[a-z-]*:? ?/.exec(place.after)?.[0] ?? '';
  const edit = replacing(place, typed.length, rest.length);
  return offers.map(({ value, about, opensBlock }, index) => ({
    label: value,
    kind: kinds.property,
    detail: ctx.say(about),
    sortText: sortKey(0, index),
    // What stands below `rules:` begins on the next line.
    textEdit: edit(`${value}:${opensBlock === true ? '' : ' '}`),
  }));
}

/** What stands behind a colon or a dash, after one space. */
function values(place: Place, typed: string, offers: readonly Offer[], ctx: FeatureContext): CompletionItem[] {
  const spaces = /^ */.exec(typed)?.[0] ?? '';
  const edit = replacing(place, typed.length, place.after.trimEnd().length);
  return offers.map(({ value, about, also }, index) => {
    const detail = ctx.say(about);
    return {
      label: value,
      kind: kinds.value,
      detail,
      filterText: `${spaces}${value} ${also ?? detail}`,
      sortText: sortKey(0, index),
      textEdit: edit(` ${value}`),
    };
  });
}
