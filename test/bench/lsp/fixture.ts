/** The folder in which the servers work, and the diagnostics that the echo server has to publish. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../random';
import { echo, ours, ways } from './contenders';
import { startSession, type Contender } from './session';
import { createTypist } from './typist';

/** Runs with an empty temporary folder, which is gone afterwards, however this process ends. */
export async function withFolder<Result>(run: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'tallymark-bench-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  try {
    return await run(folder);
  } finally {
    process.removeListener('exit', remove);
    remove();
  }
}

/**
 * Ours in every way, each followed by an echo of the very diagnostics that ours publishes after a keystroke in this text. Where ours
 * does not answer, there is nothing to echo.
 */
export async function oursAndEcho(text: string, folder: string, patience: number): Promise<readonly Contender[]> {
  const contenders: Contender[] = [];
  for (const [at, way] of ways.entries()) {
    const contender = ours(way);
    contenders.push(contender);
    const diagnostics = await diagnosticsAfterKey(contender, text, folder, patience);
    if (diagnostics === undefined) continue;
    const file = join(folder, `echo-${at}.json`);
    writeFileSync(file, JSON.stringify({ diagnostics }));
    contenders.push(echo(way, file));
  }
  return contenders;
}

async function diagnosticsAfterKey(
  contender: Contender,
  text: string,
  folder: string,
  patience: number,
): Promise<readonly object[] | undefined> {
  const session = await startSession(contender, folder, patience);
  try {
    await session.open(text);
    const typist = createTypist(text, createRandom(1));
    return (await session.type(typist.next().change, typist.text)).diagnostics;
  } catch {
    return undefined;
  } finally {
    await session.stop();
  }
}
