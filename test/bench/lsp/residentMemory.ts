/** How much memory a process holds, as the system counts it. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** In MB of 1,000,000 bytes. Where the system does not say, the peak is not a number. */
export function residentMegabytes(pid: number): { readonly now: number; readonly peak: number } {
  const file = `/proc/${pid}/status`;
  if (!existsSync(file)) {
    const resident = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
    return { now: megabytes(resident), peak: NaN };
  }
  const status = readFileSync(file, 'utf8');
  return { now: megabytes(/VmRSS:\s*(\d+)/.exec(status)?.[1]), peak: megabytes(/VmHWM:\s*(\d+)/.exec(status)?.[1]) };
}

function megabytes(kibibytes: string | undefined): number {
  return (Number(kibibytes) * 1024) / 1_000_000;
}
