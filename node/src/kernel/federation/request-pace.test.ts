import { expect, test } from 'vitest';
import { testClock } from '../../testing/index.ts';
import { RequestPace } from './request-pace.ts';

test('no second, wherever it begins, sees more requests than may go', () => {
  const clock = testClock();
  const pace = new RequestPace(clock, 30);
  const went: number[] = [];
  for (let i = 0; i < 400; i++) {
    if (pace.take()) went.push(clock.now().getTime());
    clock.advance(7);
  }
  for (const start of went) {
    expect(went.filter((at) => at >= start && at < start + 1000).length).toBeLessThanOrEqual(30);
  }
  expect(went.length).toBeGreaterThanOrEqual(80);
});

test('a clock that is set back does not stop everything', () => {
  const clock = testClock();
  const pace = new RequestPace(clock, 1);
  expect(pace.take()).toBe(true);
  expect(pace.take()).toBe(false);
  clock.advance(-5000);
  expect(pace.take()).toBe(true);
});
