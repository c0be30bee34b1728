/** The sentences of hovers, as Markdown in both languages. */
import type { Message } from '../../base/message';
import type { OutlineEntry } from '../../analysis/types';
import { blankKindNames, type MaskUse, type MetricUse } from '../../report/types';
import { metricTypeNames, type MetricTemplate } from '../../template/types';
import { escapeMarkdown } from '../convert';

export interface MetricFacts {
  readonly use: MetricUse;
  readonly definition: MetricTemplate | undefined;
  /** The values that other tags of the same id give. Lines count from 1. */
  readonly elsewhere: readonly { readonly value: string; readonly line: number }[];
}

export function describeMetric({ use, definition, elsewhere }: MetricFacts): Message[] {
  const id = escapeMarkdown(use.id);
  const lines: Message[] = [];
  if (use.fault !== undefined) lines.push(escaped(use.fault.message));
  if (definition === undefined) {
    lines.push({ en: `**${id}**`, zh: `**${id}**` });
  } else {
    const { label, type, unit } = definition;
    const unitText = unit === undefined ? '' : escapeMarkdown(unit);
    lines.push({
      en: `**${escapeMarkdown(label.en)}** (${id}): ${metricTypeNames[type].en}${unitText === '' ? '' : `, in ${unitText}`}`,
      zh: `**${escapeMarkdown(label.zh)}**（${id}）：${metricTypeNames[type].zh}${unitText === '' ? '' : `，单位：${unitText}`}`,
    });
  }
  const state = describeState(use, elsewhere.length > 0);
  if (state !== undefined) lines.push(state);
  for (const { value, line } of elsewhere.slice(0, 5)) {
    lines.push({ en: `Line ${line}: ${escapeMarkdown(value)}`, zh: `第 ${line} 行：${escapeMarkdown(value)}` });
  }
  return lines;
}

function describeState({ state, value }: MetricUse, isKnown: boolean): Message | undefined {
  switch (state) {
    case 'filled':
      return { en: `Value: ${escapeMarkdown(value ?? '')}`, zh: `数值：${escapeMarkdown(value ?? '')}` };
    case 'masked':
      return isKnown
        ? { en: 'Not filled here; the value is given elsewhere.', zh: '此处未填；其他位置已给出数值。' }
        : { en: 'Not filled yet; write the value after the colon.', zh: '尚未填写；请在冒号后写上数值。' };
    case 'reference':
      return isKnown
        ? { en: 'Repeats the value given elsewhere.', zh: '引用其他位置给出的数值。' }
        : { en: 'Repeats a value that is not given yet.', zh: '引用的数值尚未给出。' };
    case 'malformed':
      return undefined;
  }
}

export function describeMask({ kind, text, unit }: MaskUse): Message[] {
  const name = blankKindNames[kind];
  const mask = escapeMarkdown(text);
  return [
    {
      en: `**A ${name.en} that is still to be filled**: ${mask}${unit === undefined ? '' : ` ${escapeMarkdown(unit)}`}`,
      zh: `**待填${name.zh}**：${mask}${unit === undefined ? '' : escapeMarkdown(unit)}`,
    },
    {
      en: 'Write what belongs here, or tag it with a quick fix so that it can be found and filled by its name.',
      zh: '请直接填写，或用快速修复为其加上标签，以便按名称查找和填写。',
    },
  ];
}

export function describeSection({ requirement, placement }: OutlineEntry, blanks: number): Message[] {
  const lines: Message[] = [];
  if (requirement.guidance !== undefined) lines.push(escaped(requirement.guidance));
  if (placement.kind === 'section' && placement.isMisplaced) {
    lines.push({ en: 'The template has this section in another place.', zh: '按模板，该部分应在其他位置。' });
  }
  if (blanks > 0) {
    lines.push({ en: blanks === 1 ? '1 blank to fill' : `${blanks} blanks to fill`, zh: `待填 ${blanks} 处` });
  }
  return lines;
}

function escaped({ en, zh }: Message): Message {
  return { en: escapeMarkdown(en), zh: escapeMarkdown(zh) };
}
