// `npm test`: every test that this machine can run, and one line for each suite that it cannot.
// `npm test -- unit faults` runs only those projects; what follows a second `--` goes to vitest. The faults (nodes killed
// again and again) take long and run only where they are named.
import { optionalSuites } from './suites.ts';
import { closingLine, runVitest } from './vitest.ts';

const USUAL = ['unit', 'conformance', 'e2e'];
const PROJECTS = [...USUAL, 'faults'];

const args = process.argv.slice(2);
const divider = args.indexOf('--');
const chosen = divider === -1 ? args : args.slice(0, divider);
const rest = divider === -1 ? [] : args.slice(divider + 1);

const unknown = chosen.filter((name) => !PROJECTS.includes(name));
if (unknown.length > 0) {
  console.error(`There is no test project ${unknown.join(', ')}. There are: ${PROJECTS.join(', ')}.`);
  process.exit(2);
}

const suites = optionalSuites();
const missing = suites.filter(({ available }) => !available);
const refused = missing.filter(({ required }) => required);
const projects = (chosen.length > 0 ? chosen : USUAL).filter(
  (project) => !missing.some(({ name }) => name === project),
);

const counts = projects.length > 0 ? await runVitest(projects, rest) : { passed: 0, failed: 0, skipped: 0 };
counts.failed += refused.length;

console.log('');
for (const { name, tests, enable, required } of missing) {
  console.log(
    `${required ? 'FAILED: required but missing' : 'skipped'}: ${name} (${tests}). To run it: ${enable}.`,
  );
}
if (chosen.length === 0) {
  console.log('not run: faults (real nodes killed again and again). To run it: npm test -- faults.');
}
console.log(closingLine(counts));
process.exitCode = counts.failed > 0 ? 1 : 0;
