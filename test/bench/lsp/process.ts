/** A language server as a process of its own, over standard streams or IPC; each message is stamped when its last byte is here. */
import { spawn, type ChildProcess } from 'node:child_process';

export interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface Wire {
  readonly pid: number;
  /** When the process was asked for. */
  readonly startedAt: number;
  send(message: object): void;
  /** Sends what `encode` has made; not part of what is timed. */
  sendEncoded(encoded: Encoded): void;
  encode(message: object): Encoded;
  /** Ends the process and resolves when it is gone. */
  kill(): Promise<void>;
}

export type Encoded = Buffer | object;

export interface WireOptions {
  readonly command: readonly string[];
  readonly transport: 'stdio' | 'ipc';
  readonly cwd: string;
  readonly receive: (message: Message, at: number) => void;
  /** The process ended without having been killed. */
  readonly lost: (reason: Error) => void;
}

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

export function startProcess({ command, transport, cwd, receive, lost }: WireOptions): Wire {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...command], {
    cwd,
    stdio: transport === 'ipc' ? ['ignore', 'ignore', 'pipe', 'ipc'] : ['pipe', 'pipe', 'pipe'],
    serialization: 'json',
  });
  running.add(child);
  let isKilled = false;
  let said = '';
  child.stderr?.on('data', (data: Buffer) => (said = (said + String(data)).slice(-2000)));
  const ended = new Promise<void>((resolve) => {
    const end = (reason: string): void => {
      running.delete(child);
      if (!isKilled) lost(new Error(`${reason} ${said}`.trim()));
      resolve();
    };
    child.once('exit', (code, signal) => end(`The server ended with ${code ?? signal}.`));
    child.once('error', (error) => end(error.message));
  });
  // A server that is gone is told by `lost`; what was still to be written to it is of no interest.
  child.stdin?.on('error', () => undefined);
  if (transport === 'ipc') child.on('message', (message) => receive(message as Message, performance.now()));
  else child.stdout?.on('data', createReader(receive));
  const sendEncoded = (encoded: Encoded): void => {
    if (Buffer.isBuffer(encoded)) child.stdin?.write(encoded);
    else if (child.connected) child.send(encoded);
  };
  const encode = (message: object): Encoded => (transport === 'ipc' ? message : frame(message));
  return {
    pid: child.pid ?? 0,
    startedAt,
    encode,
    sendEncoded,
    send: (message) => sendEncoded(encode(message)),
    async kill() {
      isKilled = true;
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

/** Chunks are put together only when a message is whole, so that a long one costs no more than its length. */
function createReader(receive: (message: Message, at: number) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 0;
  return (chunk) => {
    const at = performance.now();
    chunks.push(chunk);
    held += chunk.length;
    while (held > 0 && held >= wanted) {
      const all = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      const headEnd = all.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: *(\d+)/i.exec(all.toString('latin1', 0, Math.max(0, headEnd)))?.[1]);
      chunks = [all];
      if (headEnd < 0) return;
      if (Number.isNaN(length)) throw new Error('The server wrote something that is no message.');
      wanted = headEnd + 4 + length;
      if (held < wanted) return;
      chunks = held > wanted ? [all.subarray(wanted)] : [];
      held -= wanted;
      wanted = 0;
      receive(JSON.parse(all.toString('utf8', headEnd + 4, headEnd + 4 + length)) as Message, at);
    }
  };
}
