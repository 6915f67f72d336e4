import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { majorityJudgment, schulze, singleTransferableVote } from '../../src/index.ts';

const installed = spawnSync('belenios-tool', ['--version']).status === 0;
const required = (process.env.KOINON_REQUIRE ?? '').split(',').includes('conformance');

function tool(ballots: readonly (readonly number[])[], ...args: string[]) {
  const run = spawnSync('belenios-tool', ['method', ...args], {
    input: JSON.stringify(ballots),
    encoding: 'utf8',
  });
  const answer = run.status === 0 ? JSON.parse(run.stdout) : undefined;
  return answer as { winners: number[][]; raw: number[][]; valid: number } | undefined;
}

const CHOICES = 3;
const board = fc.array(fc.array(fc.nat(3), { minLength: CHOICES, maxLength: CHOICES }), {
  minLength: 1,
  maxLength: 9,
});
const runs = { numRuns: 25 };

describe.skipIf(!installed && !required)('counting, against belenios-tool', () => {
  it.each([true, false])("Schulze's method has the same winners (blank allowed: %s)", (blank) => {
    fc.assert(
      fc.property(board, (ballots) => {
        const theirs = tool(
          ballots,
          'schulze',
          '--nchoices',
          String(CHOICES),
          '--blank-allowed',
          String(blank),
        )!;
        const ours = schulze(ballots, CHOICES, blank);
        expect(ours).toMatchObject({ raw: theirs.raw, valid: theirs.valid });
        expect(ours.winners).toEqual(theirs.winners.map((tied) => tied.sort()));
      }),
      runs,
    );
  });

  it.each([true, false])('majority judgment has the same winners (blank allowed: %s)', (blank) => {
    fc.assert(
      fc.property(board, (ballots) => {
        const args = ['--ngrades', '3', '--nchoices', String(CHOICES), '--blank-allowed', String(blank)];
        const theirs = tool(ballots, 'majority-judgment', ...args)!;
        const ours = majorityJudgment(ballots, CHOICES, 3, blank);
        expect(ours).toMatchObject({ raw: theirs.raw, valid: theirs.valid });
        expect(ours.winners).toEqual(theirs.winners.map((tied) => tied.sort()));
      }),
      runs,
    );
  });

  it('the single transferable vote fills the same seats', () => {
    fc.assert(
      fc.property(board, fc.integer({ min: 1, max: 2 }), (ballots, seats) => {
        const theirs = tool(ballots, 'stv', '--nseats', String(seats));
        // The tool stops with a failed assertion where fewer choices are ranked than there are seats.
        fc.pre(theirs !== undefined);
        expect(singleTransferableVote(ballots, seats).winners).toEqual(theirs.winners);
      }),
      { ...runs, examples: [[[[0, 1, 2]], 2]] },
    );
  });
});
