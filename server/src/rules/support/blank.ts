/** A sentence that gives a metric, with a blank for its value: what fixes insert where the metric is missing. */
import { paragraphInto } from '../../analysis/insertion';
import type { Analysis } from '../../analysis/types';
import type { Fix } from '../../base/problem';
import type { Section } from '../../report/types';
import type { MetricTemplate } from '../../template/types';
import { shown } from './wording';

export function insertBlank(definition: MetricTemplate, section: Section, analysis: Analysis): Fix {
  const language = analysis.template?.language ?? 'en';
  const { offset, text } = paragraphInto(section, analysis, sentence(definition, language));
  const label = { en: shown(definition.label.en), zh: shown(definition.label.zh) };
  return {
    title: { en: `Insert a blank for "${label.en}"`, zh: `插入“${label.zh}”的待填处` },
    changes: [{ span: { start: offset, end: offset }, newText: text }],
  };
}

function sentence(definition: MetricTemplate, language: 'en' | 'zh'): string {
  const { id, label, unit = '' } = definition;
  const tag = `<<${id}:${maskOf(definition, language)}>>`;
  if (language === 'zh') return `${label.zh}${tag}${unit}。`;
  return `${label.en}: ${tag}${unit === '' || unit === '%' ? unit : ` ${unit}`}.`;
}

/** A blank as wide as values of the metric usually are. */
export function maskOf({ type, digits }: Pick<MetricTemplate, 'type' | 'digits'>, language: 'en' | 'zh'): string {
  if (type === 'date') return language === 'zh' ? '20**年*月*日' : 'YYYY-MM-DD';
  if (type === 'text') return language === 'zh' ? '待填' : 'TBD';
  return '*'.repeat(Math.min(digits ?? 2, 12));
}
