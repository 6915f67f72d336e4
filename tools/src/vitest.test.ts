import { expect, test } from 'vitest';
import { closingLine, count } from './vitest.ts';

const report = {
  numPassedTests: 2,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [
    {
      status: 'passed' as const,
      assertionResults: [{ status: 'passed' }, { status: 'passed' }, { status: 'skipped' }],
    },
  ],
};

test('a clean run counts what passed and what was skipped', () => {
  expect(closingLine(count(report, 0))).toBe('2 passed, 0 failed, 1 skipped');
});

test('a file that could not load counts as one failure', () => {
  const broken = {
    ...report,
    testResults: [...report.testResults, { status: 'failed' as const, assertionResults: [] }],
  };
  expect(count(broken, 1).failed).toBe(1);
});

test('a run that failed without a failing test still counts as failed', () => {
  expect(count(report, 1).failed).toBe(1);
});

test('nothing is said of skipped tests where there are none', () => {
  expect(closingLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed');
});
