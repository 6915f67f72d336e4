import type { Clock } from '../kernel/clock.ts';

/** A clock that stands until it is moved. */
export interface TestClock extends Clock {
  advance(ms: number): void;
  set(time: Date): void;
}

export function testClock(start = new Date()): TestClock {
  let time = start.getTime();
  return {
    now: () => new Date(time),
    advance(ms) {
      time += ms;
    },
    set(moved) {
      time = moved.getTime();
    },
  };
}
