/** The tree node of a tag. */
import type { Lexicon } from '../mask/lexicon';
import type { MetricNode } from '../types';
import type { TagReading } from './read';

/** A node without a position for a tag of `text`; its kind and unit are judged by the words that follow. */
export function metricNode(text: string, tag: TagReading, lexicon: Lexicon): MetricNode {
  const follower = lexicon.followerAt(text, tag.span.end);
  const kind = looksLikeDate(tag.value) ? 'date' : (follower?.kind ?? 'figure');
  return {
    type: 'metric',
    id: tag.id,
    value: tag.value,
    idSpan: tag.idSpan,
    valueSpan: tag.valueSpan,
    kind,
    unit: follower?.unit,
    fault: tag.fault,
  };
}

function looksLikeDate(value: string | undefined): boolean {
  return value !== undefined && date.test(value);
}

const date =
  /[年月日]|YYYY|HH:MM|^(?:\d{4}|(?:19|20)\d?[*×Xx_○□]{1,3}|[Xx]{4})-[\dXx]{1,2}(?:-[\dXx]{1,2})?$|^(?:19|20)\d?[*×Xx_○□]{1,3}$/;
