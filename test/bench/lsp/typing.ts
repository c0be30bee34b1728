/** The same keys for all servers, in turn, key by key; a server that takes too long drops out and keeps what it has shown. */
import { createRandom } from '../random';
import { startSession, type Answer, type Contender, type Session } from './session';
import { createTypist, type Kind } from './typist';

export interface Effort {
  readonly warmUp: number;
  readonly keys: number;
  /** Milliseconds a peer may take in all; ours and the echo have ten times as much. */
  readonly budget: number;
  /** Milliseconds to wait for one answer. */
  readonly patience: number;
  /** How many bursts, and how many fences opened and closed. */
  readonly specials: number;
}

export interface Lane {
  readonly contender: Contender;
  readonly keys: { readonly kind: Kind; readonly time: number }[];
  readonly bursts: number[];
  readonly fences: number[];
  opening: number;
  diagnostics: number;
  extraPushes: number;
  /** Why it was measured less than the others, or not at all. */
  remark: string | undefined;
}

interface RunningLane extends Lane {
  session: Session | undefined;
  spent: number;
}

const burstLength = 50;

export async function typeInto(
  contenders: readonly Contender[],
  text: string,
  folder: string,
  effort: Effort,
): Promise<readonly Lane[]> {
  const lanes: RunningLane[] = [];
  try {
    for (const contender of contenders) lanes.push(await openLane(contender, text, folder, effort));
    const random = createRandom(text.length);
    const typist = createTypist(text, random);
    const all = async (run: (session: Session, lane: RunningLane) => Promise<Answer>): Promise<void> => {
      for (const lane of lanes) await step(lane, effort, run);
      // Whoever comes first meets a processor that has rested; each does in its turn.
      lanes.push(...lanes.splice(0, 1));
      // An editor rests between two keys too, and a server may use that.
      await new Promise((resolve) => setTimeout(resolve, 2));
    };

    for (let count = 0; count < effort.warmUp + effort.keys; count++) {
      const { kind, change } = typist.next();
      await all(async (session, lane) => {
        const answer = await session.type(change, typist.text);
        // The first keys of a slow peer count too, since it may not see many.
        if (count >= effort.warmUp || (isPeer(lane) && answer.time > 100)) lane.keys.push({ kind, time: answer.time });
        return answer;
      });
    }
    for (let count = 0; count < effort.specials; count++) {
      const line = typist.paragraph();
      const changes = Array.from({ length: burstLength }, (_, at) => typist.put(line, at, at, '字'));
      await all(async (session, lane) => {
        const answer = await session.burst(changes, typist.text);
        lane.bursts.push(answer.time);
        return answer;
      });
    }
    for (let count = 0; count < effort.specials; count++) {
      const line = typist.paragraph();
      for (const change of [typist.put(line, 0, 0, '```\n'), undefined]) {
        const edit = change ?? {
          range: { start: { line, character: 0 }, end: { line: line + 1, character: 0 } },
          text: '',
        };
        if (change === undefined) typist.put(line, 0, 4, '');
        await all(async (session, lane) => {
          const answer = await session.type(edit, typist.text);
          lane.fences.push(answer.time);
          return answer;
        });
      }
    }
    for (const lane of lanes) lane.extraPushes = lane.session?.extraPushes() ?? lane.extraPushes;
    return lanes.sort((a, b) => contenders.indexOf(a.contender) - contenders.indexOf(b.contender));
  } finally {
    await Promise.all(lanes.map((lane) => lane.session?.stop()));
  }
}

async function openLane(contender: Contender, text: string, folder: string, effort: Effort): Promise<RunningLane> {
  const lane: RunningLane = {
    contender,
    keys: [],
    bursts: [],
    fences: [],
    opening: NaN,
    diagnostics: 0,
    extraPushes: 0,
    remark: undefined,
    session: undefined,
    spent: 0,
  };
  try {
    lane.session = await startSession(contender, folder, effort.patience);
    const { time, diagnostics } = await lane.session.open(text);
    lane.opening = time;
    lane.diagnostics = diagnostics.length;
  } catch (error) {
    await dropOut(lane, reasonOf(error));
  }
  return lane;
}

async function step(
  lane: RunningLane,
  { budget }: Effort,
  run: (session: Session, lane: RunningLane) => Promise<Answer>,
): Promise<void> {
  if (lane.session === undefined) return;
  try {
    const { time, diagnostics } = await run(lane.session, lane);
    lane.spent += time;
    lane.diagnostics = diagnostics.length;
    const isPeer = !/^(?:Tallymark|echo)/.test(lane.contender.name);
    if (lane.spent > (isPeer ? budget : budget * 10))
      await dropOut(lane, `stopped after ${lane.keys.length} keys, for the time they took`);
  } catch (error) {
    await dropOut(lane, reasonOf(error));
  }
}

function isPeer({ contender }: Lane): boolean {
  return !/^(?:Tallymark|echo)/.test(contender.name);
}

async function dropOut(lane: RunningLane, reason: string): Promise<void> {
  lane.remark = reason;
  lane.extraPushes = lane.session?.extraPushes() ?? 0;
  await lane.session?.stop();
  lane.session = undefined;
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 160);
}
