/** Finds the blank that a request is about. */
import type { Position } from 'vscode-languageserver-types';
import type { Blank } from '../../report/types';
import type { Snapshot } from '../../workspace/snapshot';
import { InvalidRequest, type FeatureContext } from '../feature';

/** Throws an InvalidRequest where no blank starts at the position. */
export function blankAt(snapshot: Snapshot, position: Position, ctx: Pick<FeatureContext, 'say'>): Blank {
  const offset = snapshot.lines.offsetAt(position);
  const blank = snapshot.report.blanks.find(({ span }) => span.start === offset);
  if (blank !== undefined) return blank;
  const line = position.line + 1;
  throw new InvalidRequest(
    ctx.say({
      en: `There is no blank at this place in line ${line}; go to the next blank and fill that.`,
      zh: `第${line}行的这个位置没有待填之处；请转到下一处待填再填写。`,
    }),
  );
}

/** The text behind the blank, and behind its tag where it has one: enough to see a percent sign. */
export function followedBy(text: string, { span, metric }: Blank): string {
  const rest = text.slice(span.end, span.end + 8);
  return (metric === undefined ? rest : rest.replace(/^\s*>>/, '')).slice(0, 2);
}
