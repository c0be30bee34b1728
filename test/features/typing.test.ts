/** While a report is being typed, every feature answers at every moment, with places inside the text. */
import { describe, expect, it } from 'vitest';
import { InvalidRequest } from '../../server/src/features/feature';
import { features } from '../../server/src/features/registry';
import { open } from './harness';

const reports: readonly string[] = [
  '---\nreport: annual-summary\n---\n\n# 总结\n\n## 一、工作 {#work}\n\n召开会议**次，<<m:12>>。\n\n- 《《a：X》》\n',
  '某局总结\n一、工作\n一是开会**次。\n\n| a | <<b>> |\n|--|--|\n| `x` | ![i](u) |\n\n```\n**次\n',
];

describe.each(reports)('%j', (whole) => {
  it('can be cut off anywhere', async () => {
    for (let length = 0; length <= whole.length; length++) {
      const text = whole.slice(0, length);
      const { snapshot, ctx, uri } = open({ text: `${text}$0` });
      const position = snapshot.lines.positionAt(length);
      const range = { start: position, end: position };
      const params = { ...rest, uri, textDocument: { uri }, position, positions: [position], range };
      for (const feature of features) {
        if (feature.kind !== 'document') continue;
        const answer = await answerOf(() => feature.handle(snapshot, params, ctx));
        for (const place of positionsIn(answer)) {
          expect(snapshot.lines.positionAt(snapshot.lines.offsetAt(place)), feature.method).toEqual(place);
        }
      }
    }
  });
});

/** A refusal that is told to the author is an answer too. */
async function answerOf(ask: () => unknown): Promise<unknown> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof InvalidRequest) return undefined;
    throw error;
  }
}

/** What some requests want to be told besides a place. */
const rest = { newName: 'renamed', options: { tabSize: 2, insertSpaces: true }, ch: '\n', previousResultId: '' };

interface Place {
  readonly line: number;
  readonly character: number;
}

function positionsIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('line' in value && 'character' in value) return [value as Place];
  return Object.values(value).flatMap(positionsIn);
}
