/** What an editor asks while somebody types, right after a key: our answers beside an echo that gives the very same ones at once. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { echo, ours, ways } from './lsp/contenders';
import { withFolder } from './lsp/fixture';
import { startSession, type Session } from './lsp/session';
import { createTypist } from './lsp/typist';
import { kilobytes, ms, progress, ratioGoal, runPart, times, type Goal, type Outcome } from './part';
import { createRandom } from './random';
import { makeReport } from './reports';
import { summarise } from './timing';

interface Question {
  readonly name: string;
  readonly method: string;
  /** What is asked at a line; the cursor is in a tag of it. */
  readonly params: (at: Cursor) => object;
}

interface Cursor {
  readonly position: { readonly line: number; readonly character: number };
  readonly resultId: string | undefined;
  readonly lines: number;
}

const around = ({ position: { line } }: Cursor): object => ({
  range: { start: { line: Math.max(0, line - 30), character: 0 }, end: { line: line + 30, character: 0 } },
});
const here = ({ position }: Cursor): object => ({ position });
const deltaMethod = 'textDocument/semanticTokens/full/delta';
const options = { options: { tabSize: 2, insertSpaces: true } };

/** Those that an editor makes by itself, and those that a person waits for. */
const questions: readonly Question[] = [
  { name: 'completion in a tag', method: 'textDocument/completion', params: here },
  { name: 'hover on a tag', method: 'textDocument/hover', params: here },
  { name: 'highlights', method: 'textDocument/documentHighlight', params: here },
  { name: 'linked editing', method: 'textDocument/linkedEditingRange', params: here },
  { name: 'definition', method: 'textDocument/definition', params: here },
  { name: 'references', method: 'textDocument/references', params: here },
  { name: 'rename', method: 'textDocument/rename', params: (at) => ({ ...here(at), newName: 'renamed-metric' }) },
  { name: 'selection', method: 'textDocument/selectionRange', params: ({ position }) => ({ positions: [position] }) },
  {
    name: 'code actions at the cursor',
    method: 'textDocument/codeAction',
    params: ({ position }) => ({ range: { start: position, end: position }, context: { diagnostics: [] } }),
  },
  {
    name: 'tokens, what changed',
    method: deltaMethod,
    params: ({ resultId }) => ({ previousResultId: resultId ?? '' }),
  },
  { name: 'tokens of a screen', method: 'textDocument/semanticTokens/range', params: around },
  { name: 'hints of a screen', method: 'textDocument/inlayHint', params: around },
  { name: 'symbols', method: 'textDocument/documentSymbol', params: () => ({}) },
  { name: 'folding', method: 'textDocument/foldingRange', params: () => ({}) },
  { name: 'lenses', method: 'textDocument/codeLens', params: () => ({}) },
  { name: 'links', method: 'textDocument/documentLink', params: () => ({}) },
  {
    name: 'formatting of a screen',
    method: 'textDocument/rangeFormatting',
    params: (at) => ({ ...around(at), ...options }),
  },
];

await runPart({ quick: [100, 1000], full: [10, 100, 1000] }, ({ sizes, quick }) =>
  withFolder(async (folder): Promise<Outcome> => {
    const goals: Goal[] = [];
    const tables = [];
    for (const size of sizes) {
      progress(`requests at ${kilobytes(size)}`);
      const found = await measure(size, quick ? 15 : 60, folder);
      tables.push({
        title: `Requests after a key, ${kilobytes(size)}`,
        notes: ['Median, and the median of an echo of the same answers; the answer’s length in KB.'],
        columns: ['Request', 'ours', 'p95', 'echo', '×', 'KB'],
        rows: found.map(({ name, mine, echoed, length }) => [
          name,
          ms(mine.median),
          ms(mine.p95),
          ms(echoed.median),
          times(mine.median / echoed.median),
          (length / 1000).toFixed(1),
        ]),
      });
      for (const { name, mine, echoed } of found) {
        goals.push(ratioGoal(`${name}, ${kilobytes(size)}: median × echo`, mine.median / echoed.median, 3));
      }
    }
    return { tables, goals };
  }),
);

interface Found {
  readonly name: string;
  readonly mine: ReturnType<typeof summarise>;
  readonly echoed: ReturnType<typeof summarise>;
  readonly length: number;
}

async function measure(size: number, rounds: number, folder: string): Promise<readonly Found[]> {
  const [way] = ways;
  if (way === undefined) throw new Error('No way to speak to the server is known.');
  const text = makeReport({ size: size * 1000, findings: 'few' });
  const mine = await startSession(ours(way), folder, 60_000);
  const sessions: Session[] = [mine];
  try {
    await mine.open(text);
    const answers: Record<string, unknown> = {};
    const typist = createTypist(text, createRandom(size));
    const first = cursorIn(typist.text(), 0);
    for (const { method, params } of questions) answers[method] = (await mine.ask(method, params(first))).result;
    const file = join(folder, `answers-${size}.json`);
    writeFileSync(file, JSON.stringify({ diagnostics: [], answers }));
    const echoing = await startSession(echo(way, file), folder, 60_000);
    sessions.push(echoing);
    await echoing.open(text);
    let resultId = idOf((await mine.ask('textDocument/semanticTokens/full', {})).result);
    const samples = new Map(questions.map(({ name }) => [name, { mine: [] as number[], echoed: [] as number[] }]));
    for (let round = 0; round < rounds + 3; round++) {
      for (const question of questions) {
        // An editor asks what has changed in the tokens after each key.
        if (question.method === deltaMethod) {
          const { result } = await mine.ask(deltaMethod, { previousResultId: resultId ?? '' });
          resultId = idOf(result) ?? resultId;
        }
        // Each is asked of a text that nobody has asked anything about.
        const { change } = typist.next();
        for (const session of sessions) await session.type(change, typist.text);
        const cursor = { ...cursorIn(typist.text(), round), resultId };
        const kept = samples.get(question.name);
        for (const session of sessions) {
          const { time, result } = await session.ask(question.method, question.params(cursor));
          if (session === mine && question.method === deltaMethod) resultId = idOf(result) ?? resultId;
          if (round >= 3) kept?.[session === mine ? 'mine' : 'echoed'].push(time);
        }
      }
    }
    return questions.map(({ name, method }) => ({
      name,
      mine: summarise(samples.get(name)?.mine ?? []),
      echoed: summarise(samples.get(name)?.echoed ?? []),
      length: JSON.stringify(answers[method] ?? null).length,
    }));
  } finally {
    for (const session of sessions) await session.stop();
  }
}

function idOf(result: unknown): string | undefined {
  return (result as { readonly resultId?: string } | null)?.resultId;
}

/** In the id of one of the tags of the text. */
function cursorIn(text: string, round: number): Cursor {
  const start = Math.floor((text.length * ((round * 7) % 19)) / 20);
  const found = Math.max(text.indexOf('<<m-', start), text.indexOf('<<m-'));
  const before = text.slice(0, found);
  const line = before.split('\n').length - 1;
  const character = found - (before.lastIndexOf('\n') + 1) + 4;
  return { position: { line, character }, resultId: undefined, lines: text.split('\n').length };
}
