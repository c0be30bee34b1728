/** What the line above a heading says, and where it leads. */
import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { Message } from '../base/message';
import { goToBlankCommand, type GoToBlank } from '../protocol';
import type { Snapshot } from '../workspace/snapshot';
import type { LensData } from './codeLens';
import { blanksBySection } from './codeLens/sectionBlanks';
import { toRange } from './convert';
import { defineFeature, type FeatureContext } from './feature';

/** The same lens again. */
interface ResolveParams extends CodeLens {
  readonly data?: Partial<LensData>;
}

export default defineFeature<ResolveParams, CodeLens | null>({
  method: 'codeLens/resolve',
  capability: {},
  onBug: 'empty',
  empty: () => null,
  handle(snapshot, lens, ctx) {
    return { ...lens, command: commandOf(snapshot, lens.data?.section, ctx) };
  },
});

function commandOf(snapshot: Snapshot, section: number | undefined, { say }: FeatureContext): Command {
  const blanks = section === undefined ? undefined : blanksBySection(snapshot.report).get(section);
  // The report has changed since; the editor is about to ask for its lenses anew.
  if (blanks === undefined) return { title: say(noBlanksLeft), command: '' };
  const target: GoToBlank = { uri: snapshot.uri, range: toRange(snapshot, blanks.first.span) };
  return { title: say(blanksLeft(blanks.count)), command: goToBlankCommand, arguments: [target] };
}

function blanksLeft(count: number): Message {
  return { en: count === 1 ? '1 blank left' : `${count} blanks left`, zh: `还有 ${count} 处待填` };
}

const noBlanksLeft: Message = { en: 'No blanks left', zh: '已全部填写' };
