/** Pushes diagnostics once for a whole batch of messages, however many of them touched a document. */

export interface Publisher {
  /** The document has changed, was opened or was closed. */
  touch(uri: string): void;
  /** Nothing is pushed before the first call. */
  release(): void;
}

export interface PublisherOptions {
  /** Runs a function in the next turn of the event loop, in which the connection hands out at most one more message. */
  readonly defer: (callback: () => void) => void;
  readonly publish: (uri: string) => void;
}

export function createPublisher({ defer, publish }: PublisherOptions): Publisher {
  const touched = new Set<string>();
  let touches = 0;
  let isReleased = false;
  let isWaiting = false;

  // The batch is over when a turn has passed in which no message touched a document. Two turns are awaited, since the
  // connection may have put its next message behind the first of them.
  const wait = (): void => {
    isWaiting = true;
    const before = touches;
    defer(() => {
      defer(() => {
        if (touches !== before) return wait();
        isWaiting = false;
        if (isReleased) flush();
      });
    });
  };
  const flush = (): void => {
    const uris = [...touched];
    touched.clear();
    uris.forEach(publish);
  };

  return {
    touch(uri) {
      touched.add(uri);
      touches++;
      if (!isWaiting) wait();
    },
    release() {
      isReleased = true;
      if (!isWaiting && touched.size > 0) wait();
    },
  };
}
