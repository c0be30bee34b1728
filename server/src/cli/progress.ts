/** How far a long run has come, for a person at a terminal. */
import type { Language } from '../base/message';

export interface Progress {
  /** One more is done. */
  step(): void;
  stop(): void;
}

export interface ProgressOptions {
  readonly total: number;
  readonly language: Language;
  /** Where nobody looks there is none. */
  readonly status: ((line: string) => void) | undefined;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Nothing is said in the first second, and then ten times a second at most. */
export function createProgress({ total, language, status, now }: ProgressOptions): Progress {
  let done = 0;
  let next = now() + 1000;
  return {
    step() {
      done++;
      if (status === undefined || now() < next) return;
      next = now() + 100;
      status({ en: `checked ${done} of ${total} files`, zh: `已检查 ${done}/${total} 个文件` }[language]);
    },
    stop() {
      status?.('');
    },
  };
}
