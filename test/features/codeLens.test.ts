/** The lines above headings that say how many blanks are left. */
import { describe, expect, it } from 'vitest';
import type { CodeLens } from 'vscode-languageserver-types';
import codeLens from '../../server/src/features/codeLens';
import codeLensResolve from '../../server/src/features/codeLensResolve';
import type { GoToBlank } from '../../server/src/protocol';
import { ask, textAt, type Question } from './harness';

const report = `# 总结

## 一、会议

召开会议**次。

### （一）党课

党课<<lessons:**>>次，听课**人次。

## 二、打算

没有空白。
`;

describe('lenses', () => {
  it('stand above headings with blanks, and count those of subsections', () => {
    expect(lensesOf({ text: report, settings: { language: 'zh' } })).toEqual([
      '## 一、会议 | 还有 3 处待填',
      '### （一）党课 | 还有 2 处待填',
    ]);
  });

  it('stand above headings without marks too', () => {
    const text = 'Status\n\n一、Risks\n\nThere are <<risks:**>> risks.\n';
    expect(lensesOf({ text })).toEqual(['一、Risks | 1 blank left']);
  });

  it('say nothing of a report without blanks, and nothing where they are not wanted', () => {
    expect(lensesOf({ text: '# 总结\n\n## 会议\n\n召开会议12次。\n' })).toEqual([]);
    expect(lensesOf({ text: report, settings: { codeLens: false } })).toEqual([]);
  });

  it('lead to the first blank of their section', () => {
    const question = { text: report };
    const targets = resolved(question).map(({ command }) => command?.arguments?.[0] as GoToBlank);
    expect(targets.map(({ range }) => [range.start.line, textAt(question, range)])).toEqual([
      [4, '**'],
      [8, '**'],
    ]);
    expect(resolved(question)[0]?.command?.command).toBe('tallymark.goToBlank');
  });

  it('lead nowhere once the blanks are filled', () => {
    const [lens] = ask(codeLens, { text: report });
    const filled = { text: report.replaceAll('**', '12') };
    expect(ask(codeLensResolve, filled, { ...lens })?.command).toEqual({ title: 'No blanks left', command: '' });
  });
});

function resolved(question: Question): CodeLens[] {
  return ask(codeLens, question).flatMap((lens) => ask(codeLensResolve, question, { ...lens }) ?? []);
}

function lensesOf(question: Question): string[] {
  return resolved(question).map(({ range, command }) => `${textAt(question, range)} | ${command?.title ?? ''}`);
}
