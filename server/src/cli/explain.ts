/** `tallymark explain`: what a rule checks, why, and how to put it right; or which rules there are. */
import type { Language } from '../base/message';
import { closest, didYouMean } from '../base/suggest';
import { pages } from '../rules/pages';
import { rules } from '../rules/registry';
import type { Rule } from '../rules/rule';
import { CommandFailure } from './failure';
import { severityNames } from './formats/format';
import { paint } from './formats/stylish';
import { partsOf, type Part } from './page';
import { pad, widthOf, type Colours, type Terminal } from './terminal';

export interface ExplainOptions {
  readonly language: Language;
}

/** Resolves to the exit code. Throws a CommandFailure where there is no such rule. */
export function explain(id: string | undefined, { language }: ExplainOptions, terminal: Terminal): number {
  if (id === undefined) {
    listRules(language, terminal);
    return 0;
  }
  const ids = rules.map((rule) => rule.id);
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) {
    const meant = didYouMean(closest(id, ids));
    throw new CommandFailure(
      {
        en: `there is no rule "${id}"${meant.en}; "tallymark explain" lists them`,
        zh: `没有规则“${id}”${meant.zh}；用 tallymark explain 查看全部规则`,
      },
      language,
    );
  }
  const { colours } = terminal;
  terminal.write(`${colours.bold(rule.id)}  ${severityOf(rule, language, colours)}\n${rule.summary[language]}\n`);
  for (const part of partsOf(pages.get(id) ?? '', language)) terminal.write(partText(part, language, colours));
  return 0;
}

function listRules(language: Language, terminal: Terminal): void {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const severityWidth = Math.max(...Object.values(severityNames).map((name) => widthOf(name[language])));
  for (const rule of rules) {
    const severity = severityOf(rule, language, terminal.colours, severityWidth);
    terminal.write(`${pad(rule.id, width)}  ${severity}  ${rule.summary[language]}\n`);
  }
}

/** That which holds where nobody has chosen one. */
function severityOf({ severity, isOptIn }: Rule, language: Language, colours: Colours, width = 0): string {
  const usual = isOptIn === true ? 'off' : severity;
  return paint(colours, usual)(pad(severityNames[usual][language], width));
}

function partText({ heading, text, isProse }: Part, language: Language, colours: Colours): string {
  return `\n${colours.bold(heading)}\n\n${isProse ? text : examples(text, language, colours)}\n`;
}

/** Examples are set in; the marks under a line say what is found there. */
function examples(markdown: string, language: Language, colours: Colours): string {
  let fence: string | undefined;
  const lines: string[] = [];
  for (const line of markdown.split('\n')) {
    const mark = /^(`{3,})(.*)$/.exec(line);
    if (fence === undefined && mark !== null) {
      fence = mark[1];
      const note = noteOn(mark[2] ?? '', language);
      if (note !== '') lines.push(colours.dim(note), '');
    } else if (line === fence) fence = undefined;
    else if (fence === undefined) lines.push(line);
    else if (/^\s*\^/.test(line)) lines.push(`    ${colours.yellow(line)}`);
    else lines.push(line === '' ? '' : `    ${colours.cyan(line)}`);
  }
  return lines.join('\n');
}

/** What the line that opens an example says of it. */
function noteOn(info: string, language: Language): string {
  const template = / template=(\S+)/.exec(info)?.[1];
  if (info.startsWith('fixed')) return { en: 'After the fix:', zh: '修复之后：' }[language];
  if (template === undefined) return '';
  return { en: `With the template ${template}:`, zh: `使用模板 ${template}：` }[language];
}
