/** Whatever unit a client counts columns in, the same places are meant: in what it asks, what it types and what it is answered. */
import { describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-types';
import { features } from '../../server/src/features/registry';
import type { BlanksResult, DocumentEdits } from '../../server/src/protocol';
import { connect, reportUri, type Client } from './client';
import { paramsFor, reportText, resolving } from './samples';

type Unit = 'utf-8' | 'utf-16' | 'utf-32';

interface Place {
  readonly line: number;
  readonly character: number;
}

const units: readonly Unit[] = ['utf-8', 'utf-16', 'utf-32'];

describe('the unit', () => {
  it.each([
    [['utf-8', 'utf-16', 'utf-32'], 'utf-8'],
    [['utf-32', 'utf-8'], 'utf-32'],
    [['utf-7', 'utf-32'], 'utf-32'],
    [['utf-7'], 'utf-16'],
    [[], 'utf-16'],
  ])('of %j is %s', async (positionEncodings, expected) => {
    const { capabilities } = await connect({ capabilities: { general: { positionEncodings } } }).initialize();
    expect(capabilities.positionEncoding).toBe(expected);
  });
});

// Tokens are numbers without names; what they say in other units is tested with them.
const methods = features.map(({ method }) => method).filter((method) => !/semanticTokens|\/resolve$/.test(method));

describe.each(units)('in %s', (unit) => {
  it.each(methods)('%s says the same of the same place as in UTF-16', async (method) => {
    const answers: unknown[] = [];
    for (const each of ['utf-16', unit] as const) {
      const client = await opened(each, reportText);
      const params = mapPlaces(paramsFor(method), (place) => fromUtf16(reportText, place, each));
      answers.push(mapPlaces(await client.request(method, params), (place) => offsetOf(reportText, place, each)));
    }
    expect(answers[1]).toEqual(answers[0]);
  });

  it('text that is typed goes where the client means', async () => {
    let text = '# 总结\n\n📌会议**次，走访**家📌\n';
    const client = await opened(unit, text);
    const type = async (version: number, at: string, typed: string): Promise<void> => {
      const offset = text.indexOf(at);
      const start = placeOf(text, offset, unit);
      text = text.slice(0, offset) + typed + text.slice(offset);
      const contentChanges = [{ range: { start, end: start }, text: typed }];
      await client.notify('textDocument/didChange', { textDocument: { uri: reportUri, version }, contentChanges });
    };
    await type(2, '会议', '😀全年');
    await type(3, '家', '*');
    await type(4, '走访', '𠮷村');
    const { blanks } = await client.request<BlanksResult>('tallymark/blanks', { uri: reportUri });
    const texts = blanks.map(({ range }) =>
      text.slice(offsetOf(text, range.start, unit), offsetOf(text, range.end, unit)),
    );
    expect(texts).toEqual(['**', '***']);
    const { edits } = await client.request<DocumentEdits>('tallymark/tagMasks', { uri: reportUri });
    expect(applied(text, edits, unit)).toMatch(
      /^# 总结\n\n📌😀全年会议<<[\w-]+:\*\*>>次，𠮷村走访<<[\w-]+:\*\*\*>>家📌\n$/,
    );
  });

  it('an edit beyond the end of a line or of the text is one at the end', async () => {
    const client = await opened(unit, '# 总结📌\n会议\n');
    const at = (line: number): Place => ({ line, character: 999 });
    await client.notify('textDocument/didChange', {
      textDocument: { uri: reportUri, version: 2 },
      contentChanges: [
        { range: { start: at(0), end: at(0) }, text: '\n' },
        { range: { start: at(2), end: at(2) }, text: '**次' },
        { range: { start: at(99), end: at(999) }, text: '走访**家' },
        { range: { start: at(99), end: at(50) }, text: '。' },
      ],
    });
    const { blanks } = await client.request<BlanksResult>('tallymark/blanks', { uri: reportUri });
    expect(blanks.map(({ label }) => label)).toEqual(['会议**次', '走访**家']);
    const first = placeOf('# 总结📌\n\n会议', '# 总结📌\n\n会议'.length, unit);
    expect(blanks[0]?.range.start).toEqual(first);
  });
});

async function opened(unit: Unit, text: string): Promise<Client> {
  const client = connect({ capabilities: { ...resolving, general: { positionEncodings: [unit] } } });
  await client.initialize();
  await client.open(reportUri, text);
  return client;
}

/** The value with every place in it replaced, and without the ids of answers, which differ with their places. */
function mapPlaces(value: unknown, change: (place: Place) => unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => mapPlaces(each, change));
  if (typeof value !== 'object' || value === null) return value;
  if ('line' in value && 'character' in value) return change(value as Place);
  const entries = Object.entries(value).filter(([name]) => name !== 'resultId');
  return Object.fromEntries(entries.map(([name, each]) => [name, mapPlaces(each, change)]));
}

function applied(text: string, edits: readonly TextEdit[], unit: Unit): string {
  return [...edits]
    .sort((a, b) => offsetOf(text, b.range.start, unit) - offsetOf(text, a.range.start, unit))
    .reduce((now, { range, newText }) => {
      const [start, end] = [offsetOf(text, range.start, unit), offsetOf(text, range.end, unit)];
      return now.slice(0, start) + newText + now.slice(end);
    }, text);
}

// Counted by another way than the server's: whole lines are encoded.

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const lengthIn: Readonly<Record<Unit, (text: string) => number>> = {
  'utf-8': (text) => bytesOf(text).length,
  'utf-16': (text) => text.length,
  'utf-32': (text) => [...text].length,
};

function offsetOf(text: string, { line, character }: Place, unit: Unit): number {
  const lines = text.split('\n');
  const content = lines[line] ?? '';
  const before = lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0);
  if (unit === 'utf-16') return before + character;
  const head =
    unit === 'utf-32'
      ? [...content].slice(0, character).join('')
      : new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(content).slice(0, character));
  return before + head.length;
}

function placeOf(text: string, offset: number, unit: Unit): Place {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lengthIn[unit](lines.at(-1) ?? '') };
}

function fromUtf16(text: string, place: Place, unit: Unit): Place {
  return placeOf(text, Math.min(text.length, offsetOf(text, place, 'utf-16')), unit);
}
