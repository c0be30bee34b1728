/** What a line of the front matter means, and what it leads to. */
import { closest, didYouMean } from '../../base/suggest';
import { touches } from '../../base/span';
import type { Field, FrontMatter } from '../../report/types';
import { rules } from '../../rules/registry';
import { lineAt, textIn } from '../../workspace/at';
import type { Snapshot } from '../../workspace/snapshot';
import { readPeriod } from '../completion/period';
import { keys, severities, statuses } from '../completion/frontMatterWords';
import type { FeatureContext } from '../feature';
import { boundFileLine, previousLine, templateLines } from './frontMatterTargets';
import type { Say, Told } from './wording';

/** Undefined for a line whose key means nothing. */
export function frontMatterLines(
  snapshot: Snapshot,
  frontMatter: FrontMatter,
  offset: number,
  ctx: FeatureContext,
): Told | undefined {
  const { text, start } = lineAt(snapshot.parse, offset);
  const line = { start: start + (text.length - text.trimStart().length), end: start + text.trimEnd().length };
  const above = textIn(snapshot.parse, { start: frontMatter.bodySpan.start, end: start + text.length });
  const key = [...above.matchAll(/^([a-z]+)[ \t]*:/gm)].at(-1)?.[1];
  const known = keys.find(({ value }) => value === key);
  if (known === undefined || !touches(line, offset)) return undefined;
  const { say } = ctx;
  if (key === 'rules') {
    const rule = ruleLines(text, offset - start, frontMatter, say);
    if (rule !== undefined) return { span: line, lines: rule };
  }
  const title = say({ en: `**${known.value}**: ${known.about.en}`, zh: `**${known.value}**：${known.about.zh}` });
  return { span: line, lines: [title, ...valueLines(known.value, snapshot, line, ctx)] };
}

function valueLines(key: string, snapshot: Snapshot, line: Told['span'], ctx: FeatureContext): readonly string[] {
  const { frontMatter, bound } = snapshot;
  const { say } = ctx;
  const isHere = ({ span }: Field): boolean => line.start <= span.end && span.start <= line.end;
  switch (key) {
    case 'report':
      return templateLines(snapshot, ctx);
    case 'data': {
      const all = bound?.files ?? [];
      const here = all.filter(({ field }) => isHere(field));
      return (here.length === 0 ? all : here).map((file) => boundFileLine(file, say));
    }
    case 'previous':
      return bound?.previousFile === undefined ? [] : [previousLine(bound.previousFile, say)];
    case 'period':
      return periodLines(frontMatter?.period, say);
    case 'status':
      return statuses.filter(({ value }) => value === frontMatter?.status).map((status) => meaning(status, say));
    default:
      return [];
  }
}

function meaning({ value, about }: (typeof statuses)[number], say: Say): string {
  return say({ en: `${value}: ${about.en}`, zh: `${value}：${about.zh}` });
}

/** One that cannot be read is a finding. */
function periodLines(field: Field | undefined, say: Say): readonly string[] {
  const period = field && readPeriod(field.value);
  if (period === undefined) return [];
  const { year, part, perYear } = period;
  switch (perYear) {
    case 1:
      return [say({ en: `The year ${year}`, zh: `${year}年全年` })];
    case 2:
      return [say({ en: `The ${ordinals[part]} half of ${year}`, zh: `${year}年${part === 1 ? '上' : '下'}半年` })];
    case 4:
      return [
        say({ en: `The ${ordinals[part]} quarter of ${year}`, zh: `${year}年第${'一二三四'.charAt(part - 1)}季度` }),
      ];
    case 12:
      return [say({ en: `Month ${part} of ${year}`, zh: `${year}年${part}月` })];
  }
}

const ordinals: Readonly<Record<number, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth' };

/** Undefined where the line names no rule, or the cursor is not at one of several. */
function ruleLines(text: string, at: number, frontMatter: FrontMatter, say: Say): readonly string[] | undefined {
  const words = [...text.slice(0, longestLine).matchAll(/(?<![a-z-])[a-z]+(?:-[a-z]+)+/g)];
  const here = words.find((word) => word.index <= at && at <= word.index + word[0].length);
  const id = (here ?? (words.length === 1 ? words[0] : undefined))?.[0];
  if (id === undefined) return undefined;
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) {
    const meant = didYouMean(
      closest(
        id,
        rules.map((each) => each.id),
      ),
    );
    return [say({ en: `There is no rule "${id}"${meant.en}.`, zh: `没有规则“${id}”${meant.zh}。` })];
  }
  const usual = rule.isOptIn === true ? 'off' : rule.severity;
  const chosen = frontMatter.rules.get(id);
  const severity = severities.find(({ value }) => value === chosen);
  return [
    say({ en: `**${id}**: ${rule.summary.en}`, zh: `**${id}**：${rule.summary.zh}` }),
    ...(severity === undefined ? [] : [meaning(severity, say)]),
    say({
      en: `Usually: ${usual}. More: tallymark explain ${id}`,
      zh: `通常为 ${usual}。详见 tallymark explain ${id}`,
    }),
  ];
}

const longestLine = 2000;
