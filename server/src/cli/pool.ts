/** Checks many files on all cores, and few in this thread; the results come in the order of the files either way. */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import picocolors from 'picocolors';
import type { FileChecker, FileOptions, FileResult, FileTerminal, FileToCheck } from './checkFile';
import type { Terminal } from './terminal';

type CreateChecker = (options: FileOptions, terminal: FileTerminal) => FileChecker;

/** Fewer files are checked sooner than a thread is ready. */
const fewestFiles = 64;
/** Files that a thread is given at a time: enough that messages do not count, few enough that no thread waits at the end. */
const batchSize = 16;
/** Batches that may be finished or under way before they are printed, for each thread; what bounds the memory. */
const ahead = 3;

export async function* checkInOrder(
  files: readonly FileToCheck[],
  options: FileOptions,
  terminal: Terminal,
  createChecker: CreateChecker,
): AsyncGenerator<FileResult> {
  const count = Math.min(availableParallelism(), maxThreads, Math.ceil(files.length / batchSize));
  const usesInput = files.some(({ path }) => path === '-');
  if (files.length < fewestFiles || count < 2 || usesInput || !canStartThreads) {
    const checkFile = createChecker(options, terminal);
    for (const file of files) yield await checkFile(file);
    return;
  }
  const data: ThreadData = { options, folder: terminal.folder, isColoured: terminal.colours.isColorSupported };
  const threads = Array.from({ length: count }, () => startThread(data));
  try {
    const batches = Array.from({ length: Math.ceil(files.length / batchSize) }, (_, index) =>
      files.slice(index * batchSize, (index + 1) * batchSize),
    );
    const waiting: Promise<readonly FileResult[]>[] = [];
    for (const [index, batch] of batches.entries()) {
      const thread = threads[index % threads.length];
      if (thread !== undefined) waiting.push(thread.check(batch));
      if (waiting.length >= threads.length * ahead) yield* (await waiting.shift()) ?? [];
    }
    for (const batch of waiting) yield* await batch;
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
}

const maxThreads = 8;
/** A thread's default is a small nursery, and what a file needs is soon garbage: collecting it seldom saves a sixth of the time. */
const resourceLimits = { maxYoungGenerationSizeMb: 64 };

/** A thread runs the bundle of the command line again; there is none where the sources run as they are, as in tests. */
const canStartThreads = import.meta.url.endsWith('.js');

interface ThreadData {
  readonly options: FileOptions;
  readonly folder: string;
  readonly isColoured: boolean;
}

interface Thread {
  /** Batches are answered in the order in which they were given. */
  check(batch: readonly FileToCheck[]): Promise<readonly FileResult[]>;
  stop(): Promise<unknown>;
}

function startThread(data: ThreadData): Thread {
  const worker = new Worker(new URL(import.meta.url), { workerData: data, resourceLimits });
  const asked: {
    readonly resolve: (results: readonly FileResult[]) => void;
    readonly reject: (error: unknown) => void;
  }[] = [];
  worker.on('message', (results: readonly FileResult[]) => asked.shift()?.resolve(results));
  worker.on('error', (error) => {
    for (const { reject } of asked.splice(0)) reject(error);
  });
  return {
    check: (batch) =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject });
        worker.postMessage(batch);
      }),
    stop: () => worker.terminate(),
  };
}

/** In such a thread: answers batches until it is stopped. Says whether this is one. */
export function serveAsThread(createChecker: CreateChecker): boolean {
  if (isMainThread || parentPort === null) return false;
  const port = parentPort;
  const { options, folder, isColoured } = workerData as ThreadData;
  const colours = picocolors.createColors(isColoured);
  const checkFile = createChecker(options, { folder, colours, readInput: () => Promise.resolve(Buffer.alloc(0)) });
  let last: Promise<unknown> = Promise.resolve();
  port.on('message', (batch: readonly FileToCheck[]) => {
    last = last.then(async () => {
      // All at once, so that one file is read while another is checked.
      const results = await Promise.all(batch.map(checkFile));
      port.postMessage(results);
    });
  });
  return true;
}
