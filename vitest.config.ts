import { defineConfig } from 'vitest/config';

/** Real processes on real ports, one file after another: they would only slow each other down. */
const realProcesses = {
  fileParallelism: false,
  maxConcurrency: 2,
  testTimeout: 120_000,
  hookTimeout: 180_000,
};

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // Generous: a machine under load is slow, and a timeout says nothing about what is tested.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{packages,node,demo,tools,bin}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/test/conformance/**'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'conformance',
          include: ['{packages/*,node/src/**}/test/conformance/**/*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['e2e/alliance/**/*.test.ts'],
          globalSetup: ['e2e/support/alliance.ts'],
          sequence: { groupOrder: 2 },
          ...realProcesses,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['e2e/faults/**/*.test.ts'],
          sequence: { groupOrder: 3 },
          ...realProcesses,
        },
      },
    ],
  },
});
