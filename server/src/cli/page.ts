/** The page of a rule, cut into the parts that one language has. */
import type { Language } from '../base/message';

export interface Part {
  readonly heading: string;
  /** Markdown without the spaces around it. */
  readonly text: string;
  /** False for the examples, which are for both languages. */
  readonly isProse: boolean;
}

/** A heading with a Chinese character begins a part in Chinese. The examples come last: their reports have headings of their own. */
export function partsOf(page: string, language: Language): readonly Part[] {
  const [before = '', ...rest] = page.split(examplesHeading);
  const [, ...sections] = before.split(/^## /m);
  const prose = sections.flatMap((section): readonly Part[] => {
    const [heading = '', ...lines] = section.split('\n');
    const isChinese = /\p{Script=Han}/u.test(heading);
    return isChinese === (language === 'zh') ? [{ heading, text: lines.join('\n').trim(), isProse: true }] : [];
  });
  const examples = rest.join(examplesHeading).trim();
  return [...prose, { heading: { en: 'Examples', zh: '示例' }[language], text: examples, isProse: false }];
}

const examplesHeading = '\n## Examples\n';
