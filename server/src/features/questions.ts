/** What is still to be asked to fill the blanks of a report, as tables to send to those who have the figures. */
import { byOwner, questionsOf } from '../analysis/questions';
import { markdownTables } from '../analysis/questionTable';
import { questionsRequest, type QuestionsParams, type QuestionsResult } from '../protocol';
import { fileName } from '../rules/support/files';
import { defineFeature } from './feature';

export default defineFeature<QuestionsParams, QuestionsResult>({
  method: questionsRequest,
  capability: {},
  onBug: 'error',
  empty: () => ({ owners: [], count: 0, markdown: '' }),
  handle({ analysis, lines, uri }, { owner, path = fileName(uri) }, { language }) {
    const all = questionsOf(analysis);
    const chosen = owner === undefined ? all : all.filter((question) => (question.owner ?? null) === owner);
    const placed = chosen.map((question) => ({
      ...question,
      path,
      line: lines.positionAt(question.offset).line + 1,
    }));
    return {
      owners: [...byOwner(all)].map(([name, own]) => ({ name: name ?? null, count: own.length })),
      count: placed.length,
      markdown: markdownTables(placed, language),
    };
  },
});
