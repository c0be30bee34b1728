/** What a report's data files and last period's report say of its metrics. */
import { labelKey, type Figure, type Figures } from '../data/types';
import type { Field } from '../report/types';
import type { MetricTemplate } from '../template/types';
import type { GivenValue } from './standings';

/** A file that the front matter names. */
export interface BoundFile {
  /** Where it is named. */
  readonly field: Field;
  readonly uri: string;
  /** `loading` while nobody knows yet, `missing` where there is no such file or it cannot be read. */
  readonly content: Figures | 'loading' | 'missing';
}

/** Last period's report, by the metrics that it gives one value. */
export interface Previous {
  readonly uri: string;
  readonly values: ReadonlyMap<string, GivenValue>;
}

export interface Bound {
  readonly files: readonly BoundFile[];
  readonly previousFile: { readonly field: Field; readonly content: Previous | 'loading' | 'missing' } | undefined;
  /** What the first of the data files that knows the metric says, by its id or else by its label. */
  figureOf(id: string, definition: MetricTemplate | undefined): Figure | undefined;
  /** What last period's report says. */
  previousOf(id: string): GivenValue | undefined;
}

export function createBound(files: readonly BoundFile[], previousFile: Bound['previousFile']): Bound {
  const known = files.flatMap(({ content }) => (typeof content === 'string' ? [] : [content]));
  const previous = typeof previousFile?.content === 'object' ? previousFile.content : undefined;
  return {
    files,
    previousFile,
    figureOf(id, definition) {
      for (const { byId, byLabel } of known) {
        const labels = definition === undefined ? [] : [definition.label.zh, definition.label.en];
        const figure = byId.get(id) ?? labels.map((label) => byLabel.get(labelKey(label))).find((each) => each);
        if (figure !== undefined) return figure;
      }
      return undefined;
    },
    previousOf: (id) => previous?.values.get(id),
  };
}
