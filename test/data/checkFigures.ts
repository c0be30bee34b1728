/** The only caller of the data reader in tests: what a file holds, and what is reported of it at which text. */
import { expect } from 'vitest';
import { slice } from '../../server/src/base/span';
import { readFigures } from '../../server/src/data/read';
import { placeName } from '../../server/src/data/types';
import type { Figure, Figures } from '../../server/src/data/types';

/** Expects exactly these faults, each `message @ text of its span` (`message` alone for a workbook), and returns the figures. */
export async function checkFigures(
  name: string,
  content: string | Uint8Array,
  faults: readonly string[] = [],
): Promise<Figures> {
  const figures = await readFigures(
    `file:///reports/${name}`,
    typeof content === 'string' ? new TextEncoder().encode(content) : content,
  );
  expect(figures.problems.map(({ message, span }) => message.en + at(figures, span))).toEqual(faults);
  for (const problem of figures.problems) expectWellFormed(problem, figures);
  return figures;
}

/** What holds of every fault of every file. */
export function expectWellFormed({ code, span, message }: Figures['problems'][number], { text }: Figures): void {
  expect(code).toBe('invalid-data');
  expect(message.en).toMatch(/^[^!].*[^.]\.$/s);
  expect(message.zh).toMatch(/[\u4e00-\u9fff].*。$/s);
  expect(0 <= span.start && span.start <= span.end && span.end <= (text ?? '').length).toBe(true);
}

/** The values by id, and by label where there is no id; `?` where one is not known. */
export function valuesOf({ byId, byLabel }: Figures): Readonly<Record<string, string>> {
  return Object.fromEntries([...byId, ...byLabel].map(([name, { value = '?' }]) => [name, value]));
}

/** Where a figure stands: the text of its span, or its cell. */
export function placeOf(figures: Figures, id: string): string | undefined {
  const figure = figures.byId.get(id) ?? figures.byLabel.get(id);
  if (figure === undefined) return undefined;
  return figure.place.kind === 'text' ? slice(figures.text ?? '', figure.place.span) : placeName(figure.place);
}

/** Everything said of a figure but its place. */
export function said({ place: _, named: __, ...figure }: Figure): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(figure).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function at({ text }: Figures, span: Figures['problems'][number]['span']): string {
  return text === undefined ? '' : ` @ ${slice(text, span)}`;
}
