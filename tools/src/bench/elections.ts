import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Group } from '@koinon/elections';
import { kernel } from '../../../packages/elections/test/support/kernel.ts';
import {
  archiveOf,
  countBoard,
  H3,
  h3Vote,
  openBoard,
  setUpElection,
} from '../../../packages/elections/test/support/make-election.ts';
import type { Figure } from './table.ts';

const RUNS = Number(process.env.KOINON_BENCH_RUNS ?? 3);
const verifier = join(import.meta.dirname, 'verify-election.ts');

/** What a verification took: processor time in user mode and time on the clock, in seconds. */
interface Taken {
  cpu: number;
  wall: number;
}

/**
 * Verifies an election of three questions with belenios-tool, with one thread of ours and with two workers, in turn. Each run is
 * a process of its own, start included.
 */
export async function verifying(name: Group['name'], ballots: number): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-bench-election-'));
  const file = makeElection(name, ballots, folder);
  const peer = spawnSync('belenios-tool', ['--version']).status === 0;
  if (!peer) console.error('belenios-tool is not installed: there is nothing to compare with.');
  const runs = { tool: [] as Taken[], one: [] as Taken[], two: [] as Taken[] };
  for (let run = 0; run < RUNS; run++) {
    if (peer) runs.tool.push(taken(['belenios-tool', 'election', 'verify', '--dir', folder]));
    runs.one.push(taken([process.execPath, verifier, file, '0']));
    runs.two.push(taken([process.execPath, verifier, file, '2']));
  }
  rmSync(folder, { recursive: true });
  return figuresOf(runs, `${name}, ${ballots} ballots`, ballots, name === 'BELENIOS-2048' ? 1.7 : 5);
}

function figuresOf(
  { tool, one, two }: Record<'tool' | 'one' | 'two', Taken[]>,
  on: string,
  ballots: number,
  goal: number,
): Figure[] {
  const each = (runs: Taken[], of: keyof Taken) => (1000 * median(runs.map((run) => run[of]))) / ballots;
  const against = (value: number) => (tool.length > 0 ? { peer: { name: 'belenios-tool', value } } : {});
  const figures: Figure[] = [
    {
      what: 'verify a ballot, processor time, one thread',
      on,
      value: each(one, 'cpu'),
      unit: 'ms',
      ...against(each(tool, 'cpu')),
    },
    {
      what: 'verify a ballot, time on the clock, two workers',
      on,
      value: each(two, 'wall'),
      unit: 'ms',
      ...against(each(tool, 'wall')),
    },
  ];
  if (tool.length === 0) return figures;
  const ratio = (ours: Taken[], of: keyof Taken) =>
    median(tool.map((run, i) => run[of] / (ours[i]?.[of] ?? Number.NaN)));
  return [
    ...figures,
    { what: 'processor time of belenios-tool ÷ ours', on, value: ratio(one, 'cpu'), unit: '×', goal },
    { what: 'clock of belenios-tool ÷ ours, two workers', on, value: ratio(two, 'wall'), unit: '×', goal: 3 },
  ];
}

function makeElection(group: Group['name'], voters: number, folder: string): string {
  const made = setUpElection({ group, questions: H3, voters, arithmetic: kernel });
  const votes = Array.from({ length: voters }, (_, voter) => h3Vote(voter));
  const file = join(folder, `${made.election.uuid}.bel`);
  writeFileSync(file, archiveOf(countBoard(made, openBoard(made, votes))));
  return file;
}

/** Runs a command in a shell that measures it; what the command says goes nowhere. */
function taken(command: string[]): Taken {
  const script = 'TIMEFORMAT="%U %R"; time "$@" >/dev/null 2>&1';
  const answer = execFileSync('bash', ['-c', `{ ${script}; } 2>&1`, 'bash', ...command], {
    encoding: 'utf8',
  });
  const [cpu, wall] = answer.trim().split(' ').map(Number);
  return { cpu: cpu ?? Number.NaN, wall: wall ?? Number.NaN };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
