/** What the line above a heading or a metric says, and where it leads. */
import type { CodeLens, Command } from 'vscode-languageserver-types';
import type { Message } from '../base/message';
import { findUsesCommand, goToBlankCommand, type FindUses, type GoToBlank } from '../protocol';
import { blankCounts, firstBlankIn } from '../report/outline';
import { placesIn } from '../template/places';
import { maskAt, tagAt } from '../workspace/at';
import { outlineFor } from '../workspace/outline';
import type { Snapshot } from '../workspace/snapshot';
import type { LensData } from './codeLens';
import { toRange } from './convert';
import { defineFeature, type FeatureContext } from './feature';
import { metricScope } from './naming/metricScope';

/** The same lens again. */
interface ResolveParams extends CodeLens {
  readonly data?: LensData;
}

export default defineFeature<ResolveParams, CodeLens | null>({
  method: 'codeLens/resolve',
  capability: {},
  onBug: 'empty',
  empty: () => null,
  handle(snapshot, lens, ctx) {
    const section = lens.data?.kind === 'section' ? lens.data.section : undefined;
    return { ...lens, command: commandOf(snapshot, section, ctx) };
  },
  async handleFile(file, lens, ctx) {
    if (lens.data?.kind !== 'metric') return lens;
    const { id, uri } = lens.data;
    const { reports } = await metricScope(id, { uri, template: placesIn(file).id?.id }, ctx);
    const target: FindUses = { uri, position: lens.range.start };
    const command = reports.length === 0 ? '' : findUsesCommand;
    return { ...lens, command: { title: ctx.say(usedIn(reports.length)), command, arguments: [target] } };
  },
});

function commandOf(snapshot: Snapshot, index: number | undefined, { say }: FeatureContext): Command {
  const { parse, uri } = snapshot;
  const outline = outlineFor(snapshot);
  const section = outline.sections[index ?? -1];
  const first = section && firstBlankIn(parse, section.span);
  const blank = first === undefined ? undefined : (maskAt(parse, first)?.span ?? tagAt(parse, first)?.valueSpan);
  // The report has changed since; the editor is about to ask for its lenses anew.
  if (section === undefined || blank === undefined) return { title: say(noBlanksLeft), command: '' };
  const target: GoToBlank = { uri, range: toRange(snapshot, blank) };
  const count = blankCounts(outline)[section.index] ?? 0;
  return { title: say(blanksLeft(count)), command: goToBlankCommand, arguments: [target] };
}

function usedIn(count: number): Message {
  if (count === 0) return { en: 'No report uses it', zh: '没有报告使用' };
  return { en: count === 1 ? '1 report uses it' : `${count} reports use it`, zh: `${count} 份报告使用` };
}

function blanksLeft(count: number): Message {
  return { en: count === 1 ? '1 blank left' : `${count} blanks left`, zh: `还有 ${count} 处待填` };
}

const noBlanksLeft: Message = { en: 'No blanks left', zh: '已全部填写' };
