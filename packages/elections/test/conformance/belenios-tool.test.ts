import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/index.ts';
import {
  archiveOf,
  type BoardSteps,
  countBoard,
  type ElectionPlan,
  H3,
  openBoard,
  setUpElection,
  YES_NO,
} from '../support/make-election.ts';

const installed = spawnSync('belenios-tool', ['--version']).status === 0;
const required = (process.env.KOINON_REQUIRE ?? '').split(',').includes('conformance');

const RANKING: Question = { type: 'ranking', answers: ['P', 'Q', 'R', 'S'], question: 'Rank' };

function folderWith(uuid: string, board: BoardSteps): string {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-election-'));
  writeFileSync(join(folder, `${uuid}.bel`), archiveOf(board));
  return folder;
}

function tool(...args: string[]): { status: number | null; output: string } {
  const run = spawnSync('belenios-tool', args, { encoding: 'utf8', timeout: 60_000 });
  return { status: run.status, output: run.stdout + run.stderr };
}

describe.skipIf(!installed && !required)('belenios-tool 2.0', () => {
  const plans: [string, ElectionPlan, number[][][], number[] | undefined][] = [
    [
      'with two single trustees',
      { questions: [YES_NO], voters: 2, single: 2 },
      [[[1, 0]], [[0, 1]]],
      undefined,
    ],
    [
      'with a blank vote and a re-vote',
      { questions: H3, voters: 1 },
      [
        [
          [1, 0, 0, 0],
          [1, 0, 1, 0],
          [0, 1],
        ],
        [
          [0, 0, 1, 0],
          [0, 1, 0, 0],
          [0, 0],
        ],
      ],
      undefined,
    ],
    ['with weights', { questions: [YES_NO], voters: 2, weights: [3, 2] }, [[[1, 0]], [[0, 1]]], undefined],
    [
      'with two of three trustees',
      { questions: [YES_NO], voters: 2, single: 1, pedersen: { threshold: 2, of: 3 } },
      [[[1, 0]], [[1, 0]]],
      [1, 4, 2],
    ],
    [
      'with ranked ballots shuffled twice',
      { group: 'RFC-3526-2048', questions: [YES_NO, RANKING], voters: 2, single: 2 },
      [
        [
          [1, 0],
          [1, 2, 3, 4],
        ],
        [
          [0, 1],
          [4, 3, 2, 1],
        ],
      ],
      undefined,
    ],
  ];

  it.each(plans)('accepts an election of ours %s, open and counted', (_, plan, votes, deciding) => {
    const made = setUpElection(plan);
    const open = openBoard(made, votes);
    const counted = countBoard(made, open, deciding, [1, 2].slice(0, plan.single ?? 1));
    const [before, after] = [folderWith(made.election.uuid, open), folderWith(made.election.uuid, counted)];
    expect(tool('election', 'verify', '--dir', before)).toMatchObject({ status: 0 });
    expect(tool('election', 'verify', '--dir', after)).toMatchObject({ status: 0 });
    expect(tool('election', 'verify-diff', '--dir1', before, '--dir2', after)).toMatchObject({ status: 0 });
    const result = counted.at(-1)![1][0]!;
    expect(
      execFileSync('belenios-tool', ['election', 'compute-result', '--dir', after], {
        encoding: 'utf8',
      }).trim(),
    ).toBe(result);
    const tally = counted.find(([type]) => type === 'EncryptedTally')![1];
    const computed = execFileSync('belenios-tool', ['election', 'compute-encrypted-tally', '--dir', after], {
      encoding: 'utf8',
    });
    expect(computed.trim().split('\n')).toEqual(tally);
  });
});
