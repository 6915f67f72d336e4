import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startLoop } from './loop.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const fail = (error: unknown) => {
  throw error;
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a loop', () => {
  it('runs at once, when woken, and at the latest after its time', async () => {
    const run = vi.fn(async () => {});
    const loop = startLoop(run, 1000, fail);
    await pass(0);
    expect(run).toHaveBeenCalledTimes(1);
    loop.wake();
    await pass(0);
    expect(run).toHaveBeenCalledTimes(2);
    await pass(1000);
    expect(run).toHaveBeenCalledTimes(3);
    await loop.stop();
  });

  it('runs once more for any number of wakes during a run', async () => {
    const run = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 10)));
    const loop = startLoop(run, 1000, fail);
    await pass(5);
    loop.wake();
    loop.wake();
    await pass(5);
    await pass(500);
    expect(run).toHaveBeenCalledTimes(2);
    const stopped = loop.stop();
    await pass(10);
    await stopped;
  });

  it('takes together what wakes it while it rests', async () => {
    const run = vi.fn(async () => {});
    const loop = startLoop(run, 1000, fail, 25);
    await pass(0);
    for (let i = 0; i < 20; i++) {
      loop.wake();
      await pass(1);
    }
    expect(run).toHaveBeenCalledTimes(1);
    await pass(5);
    expect(run).toHaveBeenCalledTimes(2);
    await pass(100);
    loop.wake();
    await pass(0);
    expect(run).toHaveBeenCalledTimes(3);
    await loop.stop();
  });

  it('stops without waiting for its rest or its time', async () => {
    const loop = startLoop(async () => {}, 1000, fail, 500);
    await pass(100);
    await loop.stop();
    const other = startLoop(async () => {}, 1000, fail, 500);
    await pass(700);
    await other.stop();
  });

  it('waits as long as a run asks for, and goes on after one that failed', async () => {
    const failed = vi.fn();
    const run = vi
      .fn<() => Promise<number>>()
      .mockResolvedValueOnce(50)
      .mockRejectedValueOnce(new Error('no'))
      .mockResolvedValue(1000);
    const loop = startLoop(run, 200, failed);
    await pass(49);
    expect(run).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(run).toHaveBeenCalledTimes(2);
    expect(failed).toHaveBeenCalledTimes(1);
    await pass(200);
    expect(run).toHaveBeenCalledTimes(3);
    await loop.stop();
  });
});
