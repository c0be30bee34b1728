/** The sections that the template asks for and the report lacks, where a heading can begin. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { insertionOf } from '../../analysis/insertion';
import type { FeatureContext } from '../feature';
import { toMarkup } from '../convert';
import { replaceAround, type Place } from './place';

/** Undefined where the line holds something that begins no heading. */
export function completeSection(place: Place, ctx: FeatureContext): CompletionItem[] | undefined {
  const { analysis } = place.snapshot;
  if (!/^(?:|#{1,6}[ \t]*[^#]{0,40}|[一二三四五六七八九十]{1,3}、?)$/.test(place.before)) return undefined;
  if (place.after.trim() !== '') return undefined;
  const missing = analysis.outline.filter(
    ({ placement, requirement }) =>
      placement.kind === 'missing' && (requirement.where === 'heading' || requirement.where === 'any'),
  );
  return missing.map((entry, index): CompletionItem => {
    const { title, guidance, required } = entry.requirement;
    const text = insertionOf(analysis, entry).text.trim();
    return {
      label: title,
      kind: headingKind,
      detail: ctx.say(
        required ? { en: 'Required section', zh: '必备部分' } : { en: 'Optional section', zh: '可选部分' },
      ),
      ...(guidance === undefined ? {} : { documentation: toMarkup([ctx.say(guidance)], ctx.client) }),
      // What is typed must stay a prefix of this, or the editor would drop the item.
      filterText: `${place.before}${place.before === '' ? '' : ' '}${title}`,
      sortText: String(index).padStart(5, '0'),
      insertTextFormat: 1,
      textEdit: replaceAround(place, place.before.length, place.after.length, text),
    };
  });
}

const headingKind = 22;
