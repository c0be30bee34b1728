/** What was answered about the tokens of an open document, so that the next answer can be the difference. */
import type { Snapshot } from '../../workspace/snapshot';
import { tokensOf, type DocumentTokens } from './document';

export const fullMethod = 'textDocument/semanticTokens/full';

interface Memory {
  readonly latest: DocumentTokens;
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly resultId: string;
  readonly tokens: DocumentTokens;
}

/** The tokens of this state of the document. */
export function currentTokens(snapshot: Snapshot): DocumentTokens {
  const memory = memoryOf(snapshot);
  const latest = tokensOf(snapshot, memory?.latest);
  if (latest !== memory?.latest) keep(snapshot, { latest, answers: memory?.answers ?? [] });
  return latest;
}

/** The same as an answer that the client may refer to. */
export function newAnswer(snapshot: Snapshot): Answer {
  const answer = { resultId: String(snapshot.revision), tokens: currentTokens(snapshot) };
  const others = memoryOf(snapshot)?.answers.filter(({ resultId }) => resultId !== answer.resultId) ?? [];
  keep(snapshot, { latest: answer.tokens, answers: [answer, ...others].slice(0, kept) });
  return answer;
}

export function earlierAnswer(snapshot: Snapshot, resultId: string): Answer | undefined {
  return memoryOf(snapshot)?.answers.find((answer) => answer.resultId === resultId);
}

/** A client that drops an answer goes on from the one before. They share all but what was edited. */
const kept = 4;

function memoryOf({ memory }: Snapshot): Memory | undefined {
  // Only this module writes what has this key.
  return memory.get(fullMethod) as Memory | undefined;
}

function keep({ memory }: Snapshot, value: Memory): void {
  memory.set(fullMethod, value);
}
