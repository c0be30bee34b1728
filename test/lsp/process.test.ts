/** The server as a process: how it ends, and with which code. */
import { execFileSync, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'tallymark-server-'));
const program = join(folder, 'server.node.js');
const started = new Set<ChildProcessWithoutNullStreams>();

beforeAll(() => {
  execFileSync(process.execPath, ['esbuild.mjs', `--to=${folder}`, 'server.node']);
}, 60_000);

afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const initialize = { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } };

describe('the process ends', () => {
  it('with 0 when told to after a shutdown', async () => {
    const server = start();
    server.send(initialize);
    await server.answered(1);
    server.send({ method: 'initialized', params: {} });
    server.send({ id: 2, method: 'shutdown' });
    await server.answered(2);
    server.send({ method: 'exit' });
    expect(await server.ended).toBe(0);
  });

  it('with 1 when told to without a shutdown', async () => {
    const server = start();
    server.send(initialize);
    await server.answered(1);
    server.send({ method: 'exit' });
    expect(await server.ended).toBe(1);
  });

  it('with 1 when told to before it was initialized', async () => {
    const server = start();
    server.send({ method: 'exit' });
    expect(await server.ended).toBe(1);
  });

  it('with 1 when the client is gone without a word', async () => {
    const server = start();
    server.send(initialize);
    await server.answered(1);
    server.hangUp();
    expect(await server.ended).toBe(1);
  });

  it('and writes nothing but messages', async () => {
    const server = start();
    server.send(initialize);
    const text = '召开会议**次。\n';
    const textDocument = { uri: 'file:///desk/june.report.md', languageId: 'tallymark', version: 1, text };
    server.send({ method: 'textDocument/didOpen', params: { textDocument } });
    server.send({ id: 2, method: 'shutdown' });
    await server.answered(2);
    server.send({ method: 'exit' });
    expect(await server.ended).toBe(0);
    expect(server.rest()).toBe('');
    expect(server.complaints()).toBe('');
  });
});

interface Server {
  send(message: object): void;
  hangUp(): void;
  answered(id: number): Promise<unknown>;
  /** The exit code. */
  readonly ended: Promise<number | null>;
  /** Output that is no message. */
  rest(): string;
  complaints(): string;
}

function start(): Server {
  const child = spawn(process.execPath, [program, '--stdio']);
  started.add(child);
  let output = Buffer.alloc(0);
  let complaints = '';
  const received: { id?: number }[] = [];
  const waiting = new Set<() => void>();
  child.stdin.on('error', () => undefined);
  child.stderr.on('data', (data: Buffer) => (complaints += data.toString()));
  child.stdout.on('data', (data: Buffer) => {
    output = Buffer.concat([output, data]);
    for (;;) {
      const header = /^Content-Length: (\d+)\r\n(?:[\w-]+: [^\r]*\r\n)*\r\n/.exec(output.toString('latin1'));
      const end = (header?.[0].length ?? 0) + Number(header?.[1]);
      if (header === null || output.length < end) break;
      received.push(JSON.parse(output.subarray(header[0].length, end).toString()) as { id?: number });
      output = output.subarray(end);
    }
    for (const check of [...waiting]) check();
  });
  return {
    send(message) {
      const content = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`);
    },
    hangUp: () => child.stdin.end(),
    answered: (id) =>
      new Promise((resolve, reject) => {
        child.once('close', () => reject(new Error(`The server ended without an answer: ${complaints}`)));
        const check = (): void => {
          const found = received.find((message) => message.id === id);
          if (found === undefined) return;
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
      }),
    ended: new Promise((resolve) => child.once('close', resolve)),
    rest: () => output.toString(),
    complaints: () => complaints,
  };
}
