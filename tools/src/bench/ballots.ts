import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { makeBallot, readBallot, TallyBuilder } from '@koinon/elections';
import { kernel } from '../../../packages/elections/test/support/kernel.ts';
import { H3, h3Vote, setUpElection } from '../../../packages/elections/test/support/make-election.ts';
import type { Figure } from './table.ts';

const DISTINCT = 200;
const STREAMED = 100_000;
const memory = join(import.meta.dirname, 'ballot-memory.ts');

/** Ballots as they are made, added up and held: three questions, ten ciphertexts. */
export async function ballots(): Promise<Figure[]> {
  const made = setUpElection({ questions: H3, voters: DISTINCT, arithmetic: kernel });
  const { arithmetic, election, credentials } = made;
  const make = ({ credential }: { credential: string }, voter: number) =>
    makeBallot(arithmetic, election, credential, h3Vote(voter), randomBytes);
  // Tables and compiled code are made with the first.
  credentials.slice(0, 5).map(make);
  const start = process.cpuUsage();
  const texts = credentials.map(make);
  const making = process.cpuUsage(start).user / 1000 / DISTINCT;

  const counting = process.cpuUsage();
  const builder = new TallyBuilder(arithmetic, election);
  for (let i = 0; i < STREAMED; i++) builder.add(readBallot(texts[i % DISTINCT] ?? '', election), 1);
  builder.finish();
  const adding = process.cpuUsage(counting).user / 1000 / STREAMED;

  const on = 'BELENIOS-2048, 10 ciphertexts';
  const held = Number(execFileSync(process.execPath, ['--expose-gc', memory], { encoding: 'utf8' }));
  return [
    { what: 'make a ballot, processor time', on, value: making, unit: 'ms', goal: 15 },
    {
      what: `read a ballot and add it to the tally (${STREAMED.toLocaleString('en')} from ${DISTINCT} distinct ones, not verified)`,
      on,
      value: adding,
      unit: 'ms',
    },
    {
      what: 'memory that the verifier holds for a ballot (20,000 ballots, proofs not checked)',
      on,
      value: held,
      unit: 'B',
      goal: 256 + 10 * 64,
    },
  ];
}
