/** What a person must know to fill one blank: the question, its unit and width, what is known of it elsewhere. */
import { dataValue } from '../analysis/filling';
import { questionAt } from '../analysis/questions';
import { fillQuestionRequest, type FillQuestion, type FillQuestionParams } from '../protocol';
import { defineFeature } from './feature';
import { blankAt, followedBy } from './fillBlank/blankAt';

export default defineFeature<FillQuestionParams, FillQuestion>({
  method: fillQuestionRequest,
  capability: {},
  onBug: 'error',
  empty: (snapshot) => ({ version: snapshot?.version ?? 0, question: '', sentence: '' }),
  handle(snapshot, { position }, ctx) {
    const { analysis, version } = snapshot;
    const blank = blankAt(snapshot, position, ctx);
    const { question, sentence, unit, owner } = questionAt(analysis, blank);
    const { metric: id } = blank;
    const definition = id === undefined ? undefined : analysis.bindings.get(id)?.definition;
    const previous = id === undefined ? undefined : analysis.bound?.previousOf(id)?.written;
    const data =
      id === undefined ? undefined : dataValue(analysis.bound, definition, id, followedBy(snapshot.text, blank));
    return {
      version,
      question: ctx.say(question),
      sentence,
      ...(unit === undefined ? {} : { unit }),
      ...(definition?.digits === undefined ? {} : { digits: definition.digits }),
      ...(owner === undefined ? {} : { owner }),
      ...(previous === undefined ? {} : { previous }),
      ...(data === undefined ? {} : { data }),
    };
  },
});
