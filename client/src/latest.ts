/** Runs a task so that many requests cost few runs, one at a time, and the last request is always served. */

export interface Latest {
  /** Asks for a run. Requests made before the run starts, or while one is under way, are served by one run. */
  request(): void;
  /** Forgets what is waiting; a run under way ends by itself. */
  dispose(): void;
}

/** `task` starts `delay` milliseconds after the first request; it must deal with its own failures. */
export function latest(delay: number, task: () => Promise<void>): Latest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isWaiting = false;
  let isDisposed = false;

  const run = async (): Promise<void> => {
    timer = undefined;
    isRunning = true;
    isWaiting = false;
    try {
      await task();
    } finally {
      isRunning = false;
      if (isWaiting) request();
    }
  };
  const request = (): void => {
    if (isDisposed || timer !== undefined) return;
    if (isRunning) isWaiting = true;
    else timer = setTimeout(() => void run(), delay);
  };
  return {
    request,
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
