/** What is known of an untagged mask. */
import { definedAt } from '../../analysis/tagging';
import type { MaskFact } from '../../report/facts';
import { blankKindNames } from '../../report/types';
import type { MetricTemplate } from '../../template/types';
import { textIn } from '../../workspace/at';
import type { Snapshot } from '../../workspace/snapshot';
import type { FeatureContext } from '../feature';
import { quoted } from './wording';

export function maskLines(snapshot: Snapshot, mask: MaskFact, { say }: FeatureContext): readonly string[] {
  const { kind, text, unit } = mask;
  const name = blankKindNames[kind];
  const shown = quoted(text);
  const title = say({
    en: `**A ${name.en} that is still to be filled**: ${shown}${unit === undefined ? '' : ` ${quoted(unit)}`}`,
    zh: `**待填${name.zh}**：${shown}${unit === undefined ? '' : quoted(unit)}`,
  });
  const metric = metricAt(snapshot, mask);
  if (metric === undefined) {
    return [
      title,
      say({
        en: 'Write what belongs here, or tag it with a quick fix so that it can be found and filled by its name.',
        zh: '请直接填写，或用快速修复为其加上标签，以便按名称查找和填写。',
      }),
    ];
  }
  const id = quoted(metric.id);
  return [
    title,
    say({
      en: `Read as "${quoted(metric.label.en)}" (${id}) of the template.`,
      zh: `按模板应为“${quoted(metric.label.zh)}”（${id}）。`,
    }),
    say({
      en: 'Write what belongs here; tagged with a quick fix, it is checked against the template and filled from data.',
      zh: '请直接填写；用快速修复加上标签后，可按模板检查，也可从数据文件填入。',
    }),
  ];
}

/** The metric that the words before the mask name, as tagging would have it. */
function metricAt({ parse, template }: Snapshot, { span }: MaskFact): MetricTemplate | undefined {
  const start = Math.max(0, span.start - clauseLength);
  const before = textIn(parse, { start, end: span.start });
  return definedAt(before, before.length, template?.metrics ?? [])[0];
}

/** More than tagging looks at. */
const clauseLength = 64;
