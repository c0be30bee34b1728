/** What the program makes of an example of the specification. */
import { renderHtml } from '../../server/src/export/html';
import { droppedFigures } from '../../server/src/syntax/mask/dropped';
import { createLexicon } from '../../server/src/syntax/mask/lexicon';
import { segmentsOf } from '../../server/src/syntax/mask/segments';
import { tagsIn } from '../../server/src/syntax/metric/read';
import { parse } from '../../server/src/syntax/parse';
import { compactReport, compactTag, compactTree } from './compact';
import type { SpecExample } from './examples';

const lexicon = createLexicon();

export function resultOf({ input, kind, mode }: SpecExample): string {
  switch (kind) {
    case 'html':
      return renderHtml(parse(input, { mode, lexicon }), { positions: false });
    case 'tree':
      return compactTree(parse(input, { mode, lexicon }));
    case 'report':
      return compactReport(parse(input, { mode, lexicon }));
    case 'tags':
      return lines(tagsIn(input).map((tag) => compactTag(tag, input.slice(tag.span.start, tag.span.end))));
    case 'dropped':
      return lines(
        segmentsOf(input, mode).flatMap(({ text }) =>
          droppedFigures(text, lexicon).map(
            ({ start, end, unit }) => `${JSON.stringify(text.slice(start, end))} unit=${JSON.stringify(unit)}`,
          ),
        ),
      );
  }
}

function lines(items: readonly string[]): string {
  return items.map((item) => `${item}\n`).join('');
}
