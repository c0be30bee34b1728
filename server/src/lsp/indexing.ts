/** Shows that the reports of a large workspace are being read, where the client shows such things. */
import type { Connection, WorkDoneProgressReporter } from 'vscode-languageserver';
import type { Message } from '../base/message';

export interface Indexing {
  /** So many files of all have been read; at the end the two are equal. */
  report(read: number, all: number): void;
}

/** Fewer are read before anybody could look. */
const worthTelling = 200;

export function createIndexing(
  connection: Connection,
  { isShown, say }: { readonly isShown: () => boolean; readonly say: (message: Message) => string },
): Indexing {
  let progress: Promise<WorkDoneProgressReporter & { done(): void }> | undefined;
  let shown = 0;
  return {
    report(read, all) {
      if (read >= all) {
        void progress?.then(
          (each) => each.done(),
          () => undefined,
        );
        progress = undefined;
        shown = 0;
        return;
      }
      if (!isShown() || all < worthTelling) return;
      const percentage = Math.floor((100 * read) / all);
      if (progress === undefined) {
        progress = connection.window.createWorkDoneProgress().then((each) => {
          each.begin(say(title), 0, undefined, false);
          return each;
        });
      }
      if (percentage === shown) return;
      shown = percentage;
      void progress.then(
        (each) => each.report(percentage),
        () => undefined,
      );
    },
  };
}

const title: Message = { en: 'Reading reports', zh: '正在读取报告' };
