/** What the front matter of a report leads to: its template, its data, last period's report. */
import type { Bound, BoundFile } from '../../analysis/bound';
import { allSections } from '../../analysis/phrases';
import { fileName } from '../../rules/support/files';
import type { Snapshot } from '../../workspace/snapshot';
import type { FeatureContext } from '../feature';
import { counted, quoted, type Say } from './wording';

/** Its title, and how much it asks for. */
export function templateLines({ templateChoice }: Snapshot, { say }: FeatureContext): readonly string[] {
  if (templateChoice.kind === 'none') {
    return [say({ en: 'No template applies yet.', zh: '尚无适用的模板。' })];
  }
  if (templateChoice.kind === 'unknown') {
    const { name, suggestion } = templateChoice;
    const meant = suggestion === undefined ? '' : quoted(suggestion.id);
    return [
      say({
        en: `There is no template "${quoted(name)}"${meant === '' ? '' : ` (did you mean "${meant}"?)`}.`,
        zh: `没有名为“${quoted(name)}”的模板${meant === '' ? '' : `（是否想写“${meant}”？）`}。`,
      }),
    ];
  }
  const { id, title, sections, metrics, relations } = templateChoice.template;
  const all = allSections(sections);
  const required = all.filter((section) => section.required).length;
  const needed = metrics.filter((metric) => metric.required).length;
  const holding =
    relations.length === 0
      ? { en: '', zh: '' }
      : { en: `, ${counted(relations.length, 'relation')} among them`, zh: `，其间关系 ${relations.length} 条` };
  return [
    say({
      en: `"${quoted(title.en)}" (${quoted(id)})`,
      zh: `“${quoted(title.zh)}”（${quoted(id)}）`,
    }),
    say({
      en: `Asks for ${counted(all.length, 'section')} (${required} required) and knows ${counted(metrics.length, 'metric')} (${needed} required)${holding.en}.`,
      zh: `章节 ${all.length} 个（必备 ${required} 个），指标 ${metrics.length} 个（必备 ${needed} 个）${holding.zh}。`,
    }),
  ];
}

/** What kind of file it is, and how many figures it gives or what is wrong with it. */
export function boundFileLine({ field, uri, content }: BoundFile, say: Say): string {
  if (content === 'missing') return noFile(field.value, say);
  if (content === 'loading') return beingRead(field.value, say);
  const { byId, byLabel, problems } = content;
  const name = quoted(fileName(uri));
  const kind = say(/\.xls[xm]$/i.test(uri) ? kinds.workbook : /\.[ct]sv$/i.test(uri) ? kinds.table : kinds.yaml);
  const count = byId.size + byLabel.size;
  const known = [...byId.values(), ...byLabel.values()].filter(({ value }) => value !== undefined).length;
  const open = count - known;
  const without = open === 0 ? '' : say({ en: `, ${open} without a value yet`, zh: `，其中 ${open} 个尚无数值` });
  const [first] = problems;
  const rest = problems.length - 1;
  const more = rest > 0 ? say({ en: ` (and ${rest} more)`, zh: `（另有 ${rest} 处）` }) : '';
  const fault = first === undefined ? '' : say({ en: `; a fault${more}: `, zh: `；有误${more}：` });
  return (
    say({
      en: `${name}: ${kind} with ${counted(count, 'figure')}${without}`,
      zh: `${name}：${kind}，共 ${count} 个数值${without}`,
    }) + (first === undefined ? '' : fault + quoted(say(first.message), 200))
  );
}

const kinds = {
  workbook: { en: 'a workbook', zh: '工作簿' },
  table: { en: 'a table', zh: '表格文件' },
  yaml: { en: 'a YAML file', zh: 'YAML 文件' },
};

export function previousLine({ field, content }: NonNullable<Bound['previousFile']>, say: Say): string {
  if (content === 'missing') return noFile(field.value, say);
  if (content === 'loading') return beingRead(field.value, say);
  const name = quoted(fileName(content.uri));
  const { size } = content.values;
  return say({ en: `${name}: gives ${counted(size, 'figure')}`, zh: `${name}：给出 ${size} 个数值` });
}

function noFile(path: string, say: Say): string {
  const name = quoted(path);
  return say({
    en: `There is no file "${name}" that can be read; paths begin at the folder of this report.`,
    zh: `找不到或无法读取文件“${name}”；路径相对于本报告所在文件夹。`,
  });
}

function beingRead(path: string, say: Say): string {
  return say({ en: `${quoted(path)} is still being read.`, zh: `正在读取 ${quoted(path)}。` });
}
