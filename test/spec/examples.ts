/** Reads the examples of a specification written in CommonMark's manner. */
import type { Mode } from '../../server/src/syntax/types';

export interface SpecExample {
  /** From 1, in the order of the document. */
  readonly number: number;
  /** The heading above it. */
  readonly section: string;
  /** Of its opening fence, from 1. */
  readonly line: number;
  /** What the expected text shows: the HTML, the tree, what a report is made of, the tags alone, or the dropped figures. */
  readonly kind: 'html' | 'tree' | 'report' | 'tags' | 'dropped';
  readonly mode: Mode;
  readonly input: string;
  readonly expected: string;
}

const fence = '`'.repeat(32);
const infos: Readonly<Record<string, Pick<SpecExample, 'kind' | 'mode'>>> = {
  example: { kind: 'html', mode: 'markdown' },
  'example tree': { kind: 'tree', mode: 'markdown' },
  'example report': { kind: 'report', mode: 'markdown' },
  'example tags': { kind: 'tags', mode: 'markdown' },
  'example dropped': { kind: 'dropped', mode: 'markdown' },
  'example plain tree': { kind: 'tree', mode: 'plain' },
  'example plain report': { kind: 'report', mode: 'plain' },
};

/** Throws where a long fence is not a whole example, since an example that is not read cannot fail. */
export function readExamples(specification: string): readonly SpecExample[] {
  const examples: SpecExample[] = [];
  const lines = specification.split('\n');
  let section = '';
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (/^#{1,6} /.test(line)) section = line.replace(/^#+ /, '');
    if (!line.startsWith(fence)) continue;
    const info = infos[line.slice(fence.length).trim()];
    const end = lines.indexOf(fence, index + 1);
    const dot = lines.indexOf('.', index + 1);
    if (info === undefined) throw new Error(`Line ${index + 1}: "${line}" begins no example.`);
    if (end < 0 || dot < 0 || dot > end) throw new Error(`Line ${index + 1}: the example has no "." or no end.`);
    examples.push({
      ...info,
      number: examples.length + 1,
      section,
      line: index + 1,
      input: join(lines.slice(index + 1, dot)),
      expected: join(lines.slice(dot + 1, end)),
    });
    index = end;
  }
  return examples;
}

/** The example as it would be written with this result, ready to be put into the document. */
export function writeExample({ kind, mode, input }: SpecExample, result: string): string {
  const words = ['example', ...(mode === 'plain' ? ['plain'] : []), ...(kind === 'html' ? [] : [kind])];
  const body = `${input}.\n${result}`.replaceAll('\t', '→');
  return `${fence} ${words.join(' ')}\n${body}${fence}\n`;
}

function join(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`.replaceAll('→', '\t')).join('');
}
