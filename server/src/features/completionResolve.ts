/** What is said of a metric when its item in a completion list is looked at: definition, owner, question, values. */
import type { CompletionItem } from 'vscode-languageserver-types';
import type { Bound } from '../analysis/bound';
import type { Message } from '../base/message';
import { fileName } from '../rules/support/files';
import { metricTypeNames, type MetricTemplate } from '../template/types';
import { escapeMarkdown, toMarkup } from './convert';
import { defineFeature } from './feature';

/** An item as `textDocument/completion` has given it. */
export interface ItemParams extends CompletionItem {
  readonly data?: { readonly uri: string; readonly metric?: string };
}

export default defineFeature<ItemParams, CompletionItem | null>({
  method: 'completionItem/resolve',
  // Completion announces it.
  capability: {},
  // No empty item would do in place of the one that the editor has.
  onBug: 'error',
  empty: () => null,
  handle(snapshot, item, ctx) {
    const id = item.data?.metric;
    if (id === undefined) return item;
    const definition = snapshot.template?.metrics.find((metric) => metric.id === id);
    const given = snapshot.known.standings.of(id).values.map(({ written }) => written);
    const lines = [
      ...aboutDefinition(id, definition),
      ...(given.length === 0 ? [] : [valuesHere(given.slice(0, 5).map(escapeMarkdown))]),
      ...aboutData(id, definition, snapshot.bound),
    ];
    return { ...item, documentation: toMarkup(lines.map(ctx.say), ctx.client) };
  },
});

function aboutDefinition(id: string, definition: MetricTemplate | undefined): readonly Message[] {
  if (definition === undefined) {
    return [{ en: `**${escapeMarkdown(id)}** is not in the template.`, zh: `**${escapeMarkdown(id)}** 不在模板中。` }];
  }
  const { label, type, unit, owner, due, question } = definition;
  const lines: Message[] = [
    {
      en: `**${escapeMarkdown(label.en)}**: ${metricTypeNames[type].en}${unit === undefined ? '' : `, in ${escapeMarkdown(unit)}`}`,
      zh: `**${escapeMarkdown(label.zh)}**：${metricTypeNames[type].zh}${unit === undefined ? '' : `，单位：${escapeMarkdown(unit)}`}`,
    },
  ];
  if (owner !== undefined) lines.push(both(owner, (text) => ({ en: `Owner: ${text}`, zh: `责任部门：${text}` })));
  if (due !== undefined) lines.push(both(due, (text) => ({ en: `Due: ${text}`, zh: `提供期限：${text}` })));
  if (question !== undefined) {
    lines.push({ en: `Question: ${escapeMarkdown(question.en)}`, zh: `问题：${escapeMarkdown(question.zh)}` });
  }
  return lines;
}

function valuesHere(values: readonly string[]): Message {
  return { en: `In this report: ${values.join(', ')}`, zh: `本报告中：${values.join('、')}` };
}

function aboutData(id: string, definition: MetricTemplate | undefined, bound: Bound | undefined): readonly Message[] {
  const lines: Message[] = [];
  const figure = bound?.figureOf(id, definition);
  if (figure?.value !== undefined) {
    const { place, value, unit = '', asOf } = figure;
    const cell = place.kind === 'cell' ? ` ${place.sheet}!${place.cell}` : '';
    const origin = escapeMarkdown(`${fileName(place.uri)}${cell}`);
    const shown = escapeMarkdown(`${value}${unit}`);
    const day = asOf === undefined ? undefined : escapeMarkdown(asOf);
    lines.push({
      en: `Data: ${shown} (${origin}${day === undefined ? '' : `, as of ${day}`})`,
      zh: `数据：${shown}（${origin}${day === undefined ? '' : `，截至 ${day}`}）`,
    });
  }
  const previous = bound?.previousOf(id);
  if (previous !== undefined) {
    lines.push(
      both(`${previous.written}${previous.unit ?? ''}`, (text) => ({
        en: `Last period: ${text}`,
        zh: `上期：${text}`,
      })),
    );
  }
  return lines;
}

function both(text: string, say: (text: string) => Message): Message {
  return say(escapeMarkdown(text));
}
