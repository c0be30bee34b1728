/** Reports data files and last period's reports that are not there, cannot be read, or give figures of the wrong kind. */
import type { BoundFile } from '../analysis/bound';
import type { Analysis } from '../analysis/types';
import { fitsType } from '../analysis/value';
import type { Message } from '../base/message';
import { placeName, type Figure, type Figures } from '../data/types';
import type { Field } from '../report/types';
import { metricTypeNames } from '../template/types';
import { defineRule } from './rule';
import { shown } from './support/wording';

export default defineRule({
  id: 'invalid-data',
  severity: 'error',
  summary: { en: 'A file that the front matter names is missing or faulty', zh: '文首信息写明的文件缺失或有误' },
  checkStructure({ analysis, report }) {
    const { bound } = analysis;
    if (bound === undefined) return;
    for (const file of bound.files) {
      const message = file.content === 'missing' ? missing(file.field) : faultIn(file, analysis);
      if (message !== undefined) report({ span: file.field.span, message });
    }
    const { previousFile } = bound;
    if (previousFile?.content === 'missing') {
      report({ span: previousFile.field.span, message: missing(previousFile.field) });
    }
  },
});

function missing({ value }: Field): Message {
  const name = shown(value);
  return {
    en: `There is no file "${name}" that can be read; write its path from the folder of this report`,
    zh: `找不到或无法读取文件“${name}”；请写出相对于本报告所在文件夹的路径`,
  };
}

/** The first fault and how many more there are; the file itself shows them all where it is a text. */
function faultIn({ field, content }: BoundFile, analysis: Analysis): Message | undefined {
  if (typeof content === 'string') return undefined;
  const faults = [...content.problems.map(({ message }) => message), ...mistyped(content, analysis)];
  const [first] = faults;
  if (first === undefined) return undefined;
  const name = shown(field.value);
  const rest = faults.length - 1;
  const more: Message = rest === 0 ? { en: '', zh: '' } : { en: ` (and ${rest} more)`, zh: `（另有 ${rest} 处）` };
  return {
    en: `"${name}" has a fault${more.en}: ${bare(first.en)}; correct it there`,
    zh: `“${name}”有误${more.zh}：${bare(first.zh)}；请在该文件中改正`,
  };
}

function mistyped({ byId, byLabel }: Figures, { template }: Analysis): readonly Message[] {
  const figures = [...byId.values(), ...byLabel.values()];
  return figures.flatMap((figure): Message[] => {
    const definition = template?.metrics.find(
      ({ id, label }) =>
        id === figure.id || (figure.id === undefined && [label.zh, label.en].includes(figure.label ?? '')),
    );
    if (definition === undefined || figure.value === undefined || fitsType(figure.value, definition.type)) return [];
    const type = metricTypeNames[definition.type];
    const where = nameOf(figure);
    return [
      {
        en: `${where.en} is ${shown(figure.value)}, expected a ${type.en}`,
        zh: `${where.zh}为“${shown(figure.value)}”，应为${type.zh}`,
      },
    ];
  });
}

function nameOf({ id, label, place }: Figure): Message {
  const name = shown(id ?? label ?? '');
  const cell = placeName(place);
  return cell === '' ? { en: `"${name}"`, zh: `“${name}”` } : { en: `"${name}" (${cell})`, zh: `“${name}”（${cell}）` };
}

/** A part of a sentence. */
function bare(sentence: string): string {
  return sentence.replace(/[.。]$/, '');
}
