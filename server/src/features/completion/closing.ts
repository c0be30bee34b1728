/** The set phrases with which the template wants the report to end, near its end. */
import type { CompletionItem } from 'vscode-languageserver-types';
import { closesWith } from '../../analysis/phrases';
import { closingParagraphs } from '../../analysis/place';
import { textIn } from '../../workspace/at';
import type { FeatureContext } from '../feature';
import { kinds, replacing, sortKey, type Place } from './place';

export function completeClosing(place: Place, ctx: FeatureContext): CompletionItem[] {
  const { snapshot, offset, before, after } = place;
  const { template, parse } = snapshot;
  const closing = template?.closing;
  if (closing === undefined || after.trim() !== '' || !place.isAsked) return [];
  const phrases = closing.phrases.filter((phrase) => phrase.startsWith(before) && phrase !== before);
  if (phrases.length === 0) return [];
  const { length } = parse.blocks.sum;
  if (length - offset > signature) return [];
  const below = linesOf(textIn(parse, { start: offset, end: length }));
  if (below.length >= closingParagraphs || below.some((line) => /^(?:#|[一二三四五六七八九十]{1,3}、)/.test(line)))
    return [];
  const above = linesOf(
    textIn(parse, { start: Math.max(0, offset - before.length - reach), end: offset - before.length }),
  );
  if ([...above.slice(-closingParagraphs), ...below].some((line) => closesWith(closing, line))) return [];
  const edit = replacing(place, before.length, after.length);
  return phrases.map((phrase, index) => {
    const stop = /[。.]$/.test(phrase) ? '' : template?.language === 'zh' ? '。' : '.';
    return {
      label: phrase,
      kind: kinds.text,
      detail: ctx.say({ en: 'closing phrase', zh: '结束语' }),
      filterText: phrase,
      sortText: sortKey(6, index),
      insertTextFormat: 1,
      textEdit: edit(phrase + stop),
    };
  });
}

/** What can stand below the phrase: attachments, the body that reports, the date, a contact. */
const signature = 600;
const reach = 2000;

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
}
