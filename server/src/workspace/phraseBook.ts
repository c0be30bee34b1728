/** The set phrases that rules look for: the shipped ones, with what the `*.phrases.txt` of the workspace add and take away. */
import { lazy } from '../base/lazy';
import type { Problem } from '../base/problem';
import { readPhrases } from '../rules/support/phraseFile';
import { combinePhrases, type PhraseList } from '../rules/support/phrases';

export const phrasePattern = '**/*.phrases.txt';

export function isPhraseFile(uri: string): boolean {
  return /\.phrases\.txt$/i.test(uri);
}

export interface PhraseBook {
  /** The same object until a file changes; undefined where the workspace has no such file. */
  readonly phrases: PhraseList | undefined;
  /** What is wrong in a file of phrases; undefined where it is none. */
  problems(uri: string): readonly Problem[] | undefined;
}

/** `texts` are the files by URI; they count in the order of their URIs. Nothing is read before it is asked for. */
export function createPhraseBook(texts: ReadonlyMap<string, string>): PhraseBook {
  const uris = [...texts.keys()].sort();
  const combined = lazy(() => combinePhrases(uris.map((uri) => readPhrases(texts.get(uri) ?? ''))));
  return {
    get phrases() {
      return uris.length === 0 ? undefined : combined().list;
    },
    problems(uri) {
      const index = uris.indexOf(uri);
      return index < 0 ? undefined : combined().problems[index];
    },
  };
}
