/** The sections of an open document, kept up with its edits. */
import { nextOutline, outlineOf, type Outline } from '../report/outline';
import type { Snapshot } from './snapshot';

/** Costs what was edited since it was last asked for, where headings stayed as they were. */
export function outlineFor({ parse, memory }: Snapshot): Outline {
  const known = memory.get(key) as Outline | undefined;
  const outline = known === undefined ? outlineOf(parse) : nextOutline(known, parse);
  memory.set(key, outline);
  return outline;
}

const key = 'outline';
