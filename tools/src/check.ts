// `npm run check`: what every commit must pass, in about a minute. `npm run check -- --fast` leaves out the unit tests.
import { runNode } from './run.ts';
import { closingLine, runVitest } from './vitest.ts';

interface Step {
  title: string;
  run(): Promise<boolean>;
}

const node =
  (script: string, ...args: string[]) =>
  async () =>
    (await runNode(script, args)) === 0;
const typescript = (script: string, ...args: string[]) => node('bin/launch.js', script, ...args);

const steps: Step[] = [
  {
    title: 'format, lint, import rules',
    run: node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
  },
  { title: 'types', run: node('node_modules/typescript/bin/tsc', '-p', '.') },
  { title: 'messages', run: typescript('tools/src/i18n.ts') },
  { title: 'generated documents', run: typescript('tools/src/docs.ts', '--check') },
];
if (!process.argv.includes('--fast')) {
  steps.push({
    title: 'unit tests',
    run: async () => {
      const counts = await runVitest(['unit']);
      console.log(closingLine(counts));
      return counts.failed === 0;
    },
  });
}

const failed: string[] = [];
for (const { title, run } of steps) {
  const start = performance.now();
  console.log(`\n== ${title}`);
  if (!(await run())) failed.push(title);
  console.log(
    `== ${title}: ${failed.at(-1) === title ? 'FAILED' : 'ok'}, ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
