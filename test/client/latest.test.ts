/** Tests of `latest`: many requests, few runs, and the last one always served. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { latest } from '../../client/src/latest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A task whose runs are ended by hand. */
function slowTask() {
  const ends: (() => void)[] = [];
  const task = vi.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
  const end = async (): Promise<void> => {
    ends.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { task, end };
}

describe('latest', () => {
  it('serves a burst of requests with one run', async () => {
    const { task } = slowTask();
    const updates = latest(100, task);
    for (let count = 0; count < 5; count++) updates.request();
    await vi.advanceTimersByTimeAsync(99);
    expect(task).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(task).toHaveBeenCalledTimes(1);
  });

  it('does not put off the run while requests keep coming', async () => {
    const { task } = slowTask();
    const updates = latest(100, task);
    for (let count = 0; count < 5; count++) {
      updates.request();
      await vi.advanceTimersByTimeAsync(40);
    }
    expect(task).toHaveBeenCalled();
  });

  it('runs once more for what was asked during a run, and never two at a time', async () => {
    const { task, end } = slowTask();
    const updates = latest(100, task);
    updates.request();
    await vi.advanceTimersByTimeAsync(100);
    updates.request();
    updates.request();
    await vi.advanceTimersByTimeAsync(1000);
    expect(task).toHaveBeenCalledTimes(1);
    await end();
    await vi.advanceTimersByTimeAsync(100);
    expect(task).toHaveBeenCalledTimes(2);
    await end();
    await vi.advanceTimersByTimeAsync(1000);
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('runs nothing after it was disposed', async () => {
    const { task, end } = slowTask();
    const updates = latest(100, task);
    updates.request();
    await vi.advanceTimersByTimeAsync(100);
    updates.request();
    updates.dispose();
    await end();
    updates.request();
    await vi.advanceTimersByTimeAsync(1000);
    expect(task).toHaveBeenCalledTimes(1);
  });
});
