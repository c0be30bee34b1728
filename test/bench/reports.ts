/** Makes reports of any size from a seed: sections, paragraphs, series, lists, tables, tags filled and masked, untagged masks, emphasis. */
import { createRandom } from './random';
import { places, rows, sentences, series, stressed, titles } from './sentences';

export interface ReportOptions {
  /** In bytes of UTF-8; the report is at most one section part longer. */
  readonly size: number;
  /** `rich` has a blank in every second sentence or so, `few` has fewer than a hundred findings however long it is. */
  readonly findings: 'rich' | 'few';
  readonly seed?: number;
}

export function makeReport({ size, findings, seed = 7 }: ReportOptions): string {
  const random = createRandom(seed + size);
  const pieces: string[] = [];
  let length = 0;
  let metric = 0;
  let blanks = 0;
  let extra = 0;
  const add = (piece: string): void => {
    pieces.push(piece);
    length += Buffer.byteLength(piece);
  };
  /** In a report with few findings the blanks are spread evenly over it. */
  const blankIsDue = (): boolean => {
    if (findings === 'rich') return random.next() < 0.35;
    if (blanks > (length / size) * 40) return false;
    blanks++;
    return true;
  };
  const figure = (): string => {
    const number = String(1 + random.below(900));
    if (blankIsDue()) {
      const mask = random.pick(['*', '**', '***', '**.*']);
      return findings === 'few' || random.next() < 0.7 ? `<<m-${++metric}:${mask}>>` : '**';
    }
    return random.next() < 0.5 ? `<<m-${++metric}:${number}>>` : number;
  };
  const sentence = (): string =>
    random
      .pick(sentences)
      .replace(/[#@~]/g, (slot) =>
        slot === '#' ? figure() : slot === '@' ? random.pick(places) : `**${random.pick(stressed)}**`,
      );
  const paragraph = (opening = ''): string => {
    let text = opening;
    for (const end = 100 + random.below(200); text.length < end;) text += sentence();
    return text;
  };
  const extras = [
    () => [Array.from({ length: 3 + random.below(4) }, () => `- ${sentence()}`).join('\n')],
    () => [
      `| 指标 | 本年 | 上年 |\n| --- | ---: | ---: |\n${Array.from(
        { length: 3 + random.below(5) },
        () => `| ${random.pick(rows)} | ${figure()} | ${random.below(900)} |`,
      ).join('\n')}`,
    ],
    () => [Array.from({ length: 3 + random.below(3) }, (_, at) => `${at + 1}. ${sentence()}`).join('\n')],
    () => series.slice(0, 3 + random.below(3)).map((word) => paragraph(word)),
    () => [`> ${sentence()}\n> ${sentence()}`],
    () => [
      `详见[${random.pick(titles)}](https://example.org/${random.below(1000)})，字段 \`code_${metric}\` 不再使用；*${random.pick(stressed)}*不变。`,
    ],
    () => [`\`\`\`text\n${random.pick(places)} ${random.below(1000)}\n** 不是缺数\n\`\`\``],
  ];

  add(
    `---\nreport: annual-summary\ntitle: 年度工作报告\nperiod: 2024\nstatus: draft\n---\n\n# 年度工作报告\n\n${paragraph()}\n`,
  );
  for (let section = 1; length < size; section++) {
    add(`\n## ${chineseNumeral(section)}、${random.pick(titles)}\n\n${paragraph()}\n`);
    for (let part = 1; part <= 4 && length < size; part++) {
      add(`\n### （${chineseNumeral(part)}）${random.pick(titles)}\n`);
      for (let count = 2 + random.below(3); count > 0; count--) add(`\n${paragraph()}\n`);
      // In turn, so that a short report has a list and a table too.
      for (const block of extras[extra++ % extras.length]?.() ?? []) add(`\n${block}\n`);
    }
  }
  return pieces.join('');
}

/** From 1 to 9999, as headings are numbered. */
export function chineseNumeral(value: number): string {
  const digits = '零一二三四五六七八九';
  let text = '';
  let isGap = false;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) isGap ||= text !== '';
    else {
      text += `${isGap ? '零' : ''}${unit === 10 && digit === 1 && text === '' ? '' : digits[digit]}${name}`;
      isGap = false;
    }
  }
  return text;
}
