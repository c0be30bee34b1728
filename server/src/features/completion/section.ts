/** The sections that the template asks for and the report lacks, where a heading can begin. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { insertionOf } from '../../analysis/insertion';
import type { OutlineEntry } from '../../analysis/types';
import { lineAt } from '../../workspace/at';
import { blanksIn } from '../../workspace/blanks';
import { toMarkup } from '../convert';
import type { FeatureContext } from '../feature';
import { eolOf, kinds, lineStart, replacing, sortKey, type Place } from './place';
import { toSnippet } from './snippet';

/** Nothing where the line holds something that begins no heading. */
export function completeSection(place: Place, ctx: FeatureContext): CompletionItem[] {
  const { snapshot, before, after } = place;
  if (after.trim() !== '' || snapshot.template === undefined) return [];
  const typed = headingStart.exec(before);
  if (typed === null || (before === '' && !place.isAsked)) return [];
  const lead = /^(?:#+[ \t]*)?(?:[（(]?[一二三四五六七八九十]{0,3}[）)、]?)/.exec(before)?.[0] ?? '';
  const { analysis } = snapshot;
  const entries = analysis.outline.filter((entry) => isWanted(entry, place));
  const ranked = entries.map((entry) => ({ entry, group: groupOf(entry, place, typed) }));
  ranked.sort((a, b) => a.group - b.group);
  const edit = replacing(place, before.length, after.length);
  return ranked.map(({ entry, group }, index): CompletionItem => {
    const { requirement, parent } = entry;
    const { title, guidance, required } = requirement;
    const text = textFor(entry, place);
    const blanks = ctx.client.snippets ? blanksIn(text, snapshot) : [];
    const body = ctx.client.snippets
      ? toSnippet(
          text,
          blanks.map(({ span, metric }) => ({ ...span, metric })),
        )
      : text;
    return {
      label: title,
      kind: kinds.struct,
      ...(parent === undefined ? {} : { labelDetails: { description: parent.title } }),
      detail: ctx.say(
        required ? { en: 'Required section', zh: '必备部分' } : { en: 'Optional section', zh: '可选部分' },
      ),
      ...(guidance === undefined ? {} : { documentation: toMarkup([ctx.say(guidance)], ctx.client) }),
      // The marks and the number are typed already, or the editor would drop the item.
      filterText: `${lead}${title}`,
      sortText: sortKey(group, index),
      insertTextFormat: ctx.client.snippets ? 2 : 1,
      textEdit: edit(body),
    };
  });
}

/** Nothing, Markdown marks or a number, and perhaps the beginning of a title. */
const headingStart =
  /^(?:|(?<marks>#{1,6})[ \t]*[^#]{0,40}|(?<outer>[一二三四五六七八九十]{1,3}(?:、[^。]{0,40})?)|(?<inner>[（(](?:[一二三四五六七八九十]{1,3}(?:[）)][^。]{0,40})?)?))$/;

/** Whether the part needs a heading and is missing, or is no more than the heading that is being typed. */
function isWanted({ placement, requirement: { where }, parent }: OutlineEntry, { offset }: Place): boolean {
  if (where !== 'heading' && where !== 'any') return false;
  if (parent !== undefined && (offset < parent.span.start || offset > parent.span.end)) return false;
  if (placement.kind === 'missing') return true;
  if (placement.kind === 'paragraph') return false;
  const { headingSpan, isEmpty } = placement.section;
  return isEmpty && headingSpan.start <= offset && offset <= headingSpan.end;
}

/** 0 where the part belongs here and is written as what is typed; required parts go before others. */
function groupOf(entry: OutlineEntry, place: Place, typed: RegExpExecArray): number {
  const { requirement, parent, insertAt } = entry;
  const { sections } = place.snapshot.report;
  const { marks, outer, inner } = typed.groups ?? {};
  const isInner = inner !== undefined || (marks !== undefined && marks.length > outermost(place));
  const isOuter = outer !== undefined || (marks !== undefined && !isInner);
  if ((isInner && parent === undefined) || (isOuter && parent !== undefined)) return 4 + Number(!requirement.required);
  const here = lineStart(place);
  const [from, to] = insertAt < here ? [insertAt, here] : [here, insertAt];
  const isHere = !sections.some(
    ({ level, parent: above, span: { start } }) =>
      (parent === undefined ? level === 1 : above === parent.index) && start !== here && from <= start && start < to,
  );
  return (isHere ? 0 : 2) + Number(!requirement.required);
}

/** How many marks the outermost headings have. */
function outermost({ snapshot: { report }, before, offset }: Place): number {
  const here = offset - before.length;
  const first = report.sections.find(({ level, span }) => level === 1 && span.start !== here);
  const marks =
    first === undefined ? undefined : /^#+/.exec(report.text.slice(first.headingSpan.start, first.span.end));
  return marks?.[0].length ?? 2;
}

/** The part as it is to stand here, set off from the lines around it. */
function textFor(entry: OutlineEntry, place: Place): string {
  const { snapshot } = place;
  const here = lineStart(place);
  const eol = eolOf(place);
  const text = insertionOf(snapshot.analysis, { ...entry, insertAt: here }).text.trim();
  const { length } = snapshot.parse.blocks.sum;
  const lineEnd = place.offset + place.after.length;
  const next = lineEnd >= length ? '' : lineAt(snapshot.parse, lineEnd + eol.length).text;
  const last = here === 0 ? '' : lineAt(snapshot.parse, Math.max(0, here - 1)).text;
  return (last.trim() === '' ? '' : eol) + text + (next.trim() === '' ? '' : eol);
}
