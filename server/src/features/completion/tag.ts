/** Metric ids after `<<` (or `《《`, as a Chinese input method writes it), and the values known for an id after its colon. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Message } from '../../base/message';
import type { MetricBinding } from '../../analysis/types';
import type { MetricTemplate } from '../../template/types';
import type { FeatureContext } from '../feature';
import { escapeSnippet, replaceAround, type Place } from './place';

/** Undefined where the place is not in a tag. */
export function completeTag(place: Place, ctx: FeatureContext): CompletionItem[] | undefined {
  const value = /(?:<<|《《)([\p{L}\p{N}_.-]+)[:：]([^<>《》]*)$/u.exec(place.before);
  if (value !== null) return completeValue(place, value[1] ?? '', value[2] ?? '', ctx);
  const id = /(<<|《《)([\p{L}\p{N}_.-]*)$/u.exec(place.before);
  return id === null ? undefined : completeId(place, id[1] ?? '', id[2] ?? '', ctx);
}

const referenceKind = 18;
const valueKind = 12;

function completeId(place: Place, opener: string, typed: string, ctx: FeatureContext): CompletionItem[] {
  const rest = /^([\p{L}\p{N}_.-]*)([:：])?/u.exec(place.after);
  const restOfId = rest?.[1] ?? '';
  const hasValue = rest?.[2] !== undefined;
  const closer = hasValue ? '' : (/^(?:>>|》》)/.exec(place.after.slice(restOfId.length))?.[0] ?? '');
  // A full-width opener is put right along with the id, and so is a full-width closer that the editor added to it.
  const isFullWidth = opener === '《《';
  const back = typed.length + (isFullWidth ? opener.length : 0);
  const ahead = restOfId.length + closer.length;
  return metricsAt(place).map(({ id, definition, binding }, index): CompletionItem => {
    const known = firstValue(binding);
    const label = definition === undefined ? undefined : ctx.say(definition.label);
    const mask = '*'.repeat(definition?.digits ?? 2);
    const isSnippet = ctx.client.snippets && !hasValue && known === undefined;
    const head = (isFullWidth ? '<<' : '') + (isSnippet ? escapeSnippet(id) : id);
    const tail = hasValue ? '' : `${known === undefined ? `:${isSnippet ? `\${1:${mask}}` : mask}` : ''}>>`;
    const details = [label, definition?.unit, known === undefined ? undefined : `= ${known}`];
    return {
      label: id,
      kind: referenceKind,
      detail: details.filter((part) => part !== undefined && part !== '').join(' · '),
      // The label is searched too, so that an author can find a metric by its name.
      filterText: `${isFullWidth ? opener : ''}${id}${label === undefined ? '' : ` ${label}`}`,
      sortText: String(index).padStart(5, '0'),
      insertTextFormat: isSnippet ? 2 : 1,
      textEdit: replaceAround(place, back, ahead, head + tail),
    };
  });
}

interface KnownMetric {
  readonly id: string;
  readonly definition: MetricTemplate | undefined;
  readonly binding: MetricBinding | undefined;
}

/** Those of the template first, then those that only the report uses. The tag being typed is no use of its own. */
function metricsAt({ snapshot, offset }: Place): KnownMetric[] {
  const { template, bindings } = snapshot.analysis;
  const known = new Map<string, KnownMetric>();
  for (const definition of template?.metrics ?? []) {
    known.set(definition.id, { id: definition.id, definition, binding: bindings.get(definition.id) });
  }
  for (const [id, binding] of bindings) {
    const isElsewhere = binding.uses.some((use) => offset < use.span.start || offset > use.span.end);
    if (isElsewhere && !known.has(id)) known.set(id, { id, definition: binding.definition, binding });
  }
  return [...known.values()];
}

function firstValue(binding: MetricBinding | undefined): string | undefined {
  for (const use of binding?.values.values() ?? []) return use.value;
  return undefined;
}

function completeValue(place: Place, id: string, typed: string, ctx: FeatureContext): CompletionItem[] {
  const binding = place.snapshot.analysis.bindings.get(id);
  const rest = /^[^<>《》]*(?=>>|》》)/.exec(place.after)?.[0] ?? '';
  const uses = [...(binding?.values.values() ?? [])];
  return uses.flatMap((use): CompletionItem[] => {
    const isHere = use.span.start <= place.offset && place.offset <= use.span.end;
    if (use.value === undefined || isHere) return [];
    const line = place.snapshot.lines.positionAt(use.span.start).line + 1;
    return [
      {
        label: use.value,
        kind: valueKind,
        detail: ctx.say(givenInLine(line)),
        textEdit: replaceAround(place, typed.length, rest.length, use.value),
      },
    ];
  });
}

function givenInLine(line: number): Message {
  return { en: `given in line ${line}`, zh: `第 ${line} 行已填` };
}
