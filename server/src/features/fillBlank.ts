/** Judges a value for one blank as it is typed, and says how to write it there. */
import { fillBlankRequest, type FillBlankParams, type FillBlankResult } from '../protocol';
import { toRange } from './convert';
import { defineFeature } from './feature';
import { blankAt, followedBy } from './fillBlank/blankAt';
import { problemOf } from './fillBlank/problem';

export default defineFeature<FillBlankParams, FillBlankResult>({
  method: fillBlankRequest,
  capability: {},
  onBug: 'error',
  empty: (snapshot) => ({ version: snapshot?.version ?? 0 }),
  handle(snapshot, { position, value: typed = '' }, ctx) {
    const { version } = snapshot;
    const blank = blankAt(snapshot, position, ctx);
    const value = typed.trim();
    if (value === '') return { version };
    const found = problemOf(snapshot, blank, value);
    const severity = found?.severity === 'hint' ? 'info' : found?.severity;
    const problem =
      found === undefined || severity === undefined ? {} : { problem: { severity, message: ctx.say(found.message) } };
    if (severity === 'error') return { version, ...problem };
    // A percent sign behind the blank is not written twice.
    const newText = /^ ?[%％]/.test(followedBy(snapshot.text, blank)) ? value.replace(/ ?[%％]$/, '') : value;
    return { version, ...problem, edit: { range: toRange(snapshot, blank.span), newText } };
  },
});
