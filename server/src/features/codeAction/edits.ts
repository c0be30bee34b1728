/** What a code action changes, worked out from what it is: at once, or when it is chosen. */
import { ignoreChange } from '../../analysis/ignoring';
import { proposeTags, tagChanges } from '../../analysis/tagging';
import type { TextChange } from '../../base/problem';
import { certainChanges } from '../../workspace/fixing';
import type { Snapshot } from '../../workspace/snapshot';

/** Plain data, so that a client can keep it. */
export type ActionKind =
  /** One fix of one finding, by its English title. */
  | { readonly kind: 'fix'; readonly code: string; readonly at: number; readonly fix: string }
  | { readonly kind: 'ignore'; readonly code: string; readonly at: number }
  /** Every certain fix, of one rule or of all. */
  | { readonly kind: 'fixAll'; readonly code?: string }
  | { readonly kind: 'tagAll' };

export interface ActionData {
  readonly uri: string;
  /** Of the document for which the action was offered. */
  readonly version: number;
  readonly action: ActionKind;
}

/** In order; undefined where what the action is about is no longer there. */
export function changesOf(snapshot: Snapshot, action: ActionKind): readonly TextChange[] | undefined {
  switch (action.kind) {
    case 'fix':
      return fixAt(snapshot, action);
    case 'ignore': {
      const change = ignoreChange(snapshot.parse, action.at, action.code);
      return change && [change];
    }
    case 'fixAll':
      return certainChanges(snapshot, action.code);
    case 'tagAll':
      return tagChanges(proposeTags(snapshot.analysis));
  }
}

function fixAt(
  { findings }: Snapshot,
  { code, at, fix }: ActionKind & { readonly kind: 'fix' },
): readonly TextChange[] | undefined {
  return findings
    .findingsIn({ start: at, end: at }, Infinity)
    .filter((finding) => finding.code === code && finding.span.start === at)
    .flatMap((finding) => finding.fixes())
    .find(({ title }) => title.en === fix)?.changes;
}
