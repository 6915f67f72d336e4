import { expect, test } from 'vitest';
import { makeHealth } from './health.ts';

test('a node knows since when it cannot be relied on: from the first part that failed, until all are well again', () => {
  let minute = 0;
  const health = makeHealth({ now: () => new Date(Date.UTC(2026, 0, 1, 9, minute++)) });
  health.set('database', 'ok');
  expect(health.unreadySince()).toBeNull();
  health.set('database', 'failing', 'no answer');
  health.set('log', 'catching-up');
  health.set('database', 'failing', 'still no answer');
  expect(health.unreadySince()?.toISOString()).toBe('2026-01-01T09:01:00.000Z');
  health.set('database', 'ok');
  expect(health.unreadySince()?.toISOString()).toBe('2026-01-01T09:02:00.000Z');
  health.set('log', 'ok');
  expect(health.unreadySince()).toBeNull();
});
