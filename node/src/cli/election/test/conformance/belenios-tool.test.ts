import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { beleniosTool, installed, run, tool } from '../support/belenios-tool.ts';
import { type Held, holdElection, type Script } from '../support/hold-election.ts';
import { election, koinon } from '../support/koinon.ts';

const required = (process.env.KOINON_REQUIRE ?? '').split(',').includes('conformance');

const YES_NO = { answers: ['Yes', 'No'], min: 1, max: 1, question: 'Été — "yes" or no?' };
const BLANK = { answers: ['A', 'B', 'C'], blank: true, min: 1, max: 2, question: 'One or two, or blank' };
const RANKED = {
  type: 'NonHomomorphic',
  value: { answers: ['P', 'Q', 'R'], question: 'Rank' },
  extra: { method: 'Schulze', blank: true },
};

const [K, T] = [koinon, beleniosTool];
const ours = { organiser: K, authority: K };

/** With the result that the votes give. */
const scripts: [string, Script, (number[] | number[][])[]][] = [
  [
    'by Koinon alone, one trustee, a blank vote and a changed mind',
    {
      ...ours,
      questions: [YES_NO, BLANK],
      trustees: [K],
      voters: ['a@example.org', 'b@example.org'],
      ballots: [
        [
          0,
          K,
          [
            [1, 0],
            [0, 1, 0, 1],
          ],
        ],
        [
          1,
          K,
          [
            [1, 0],
            [1, 0, 0, 0],
          ],
        ],
        [
          0,
          K,
          [
            [0, 1],
            [0, 0, 1, 0],
          ],
        ],
      ],
      deciding: [1],
    },
    [
      [1, 1],
      [1, 0, 1, 0],
    ],
  ],
  [
    'by Koinon alone, two of three trustees',
    {
      ...ours,
      questions: [YES_NO],
      trustees: [K, K, K],
      threshold: 2,
      voters: ['a', 'b'],
      ballots: [
        [0, K, [[1, 0]]],
        [1, K, [[1, 0]]],
      ],
      deciding: [3, 1],
    },
    [[2, 0]],
  ],
  [
    'by Koinon alone, with weights',
    {
      ...ours,
      questions: [YES_NO],
      trustees: [K],
      voters: ['a,,3', 'b,,2', 'c'],
      ballots: [
        [0, K, [[1, 0]]],
        [1, K, [[0, 1]]],
      ],
      deciding: [1],
    },
    [[3, 2]],
  ],
  [
    'by Koinon alone, ranked ballots mixed twice',
    {
      ...ours,
      questions: [YES_NO, RANKED],
      trustees: [K, K],
      voters: ['a', 'b'],
      ballots: [
        [
          0,
          K,
          [
            [1, 0],
            [1, 2, 3],
          ],
        ],
        [
          1,
          K,
          [
            [0, 1],
            [3, 1, 2],
          ],
        ],
      ],
      shufflers: [1, 2],
      deciding: [1, 2],
    },
    [
      [1, 1],
      [
        [1, 2, 3],
        [3, 1, 2],
      ],
    ],
  ],
  [
    'with a trustee of each program, on a board of Koinon’s',
    {
      ...ours,
      questions: [YES_NO, BLANK],
      trustees: [K, T],
      voters: ['a', 'b'],
      ballots: [
        [
          0,
          T,
          [
            [1, 0],
            [0, 1, 0, 1],
          ],
        ],
        [
          1,
          K,
          [
            [0, 1],
            [1, 0, 0, 0],
          ],
        ],
      ],
      deciding: [2, 1],
    },
    [
      [1, 1],
      [1, 1, 0, 1],
    ],
  ],
  [
    'with a trustee of each program, on a board of belenios-tool’s',
    {
      organiser: T,
      authority: T,
      questions: [YES_NO, BLANK],
      trustees: [T, K],
      voters: ['a,,2', 'b,,5'],
      ballots: [
        [
          0,
          T,
          [
            [1, 0],
            [0, 1, 0, 1],
          ],
        ],
        [
          1,
          K,
          [
            [0, 1],
            [1, 0, 0, 0],
          ],
        ],
      ],
      deciding: [1, 2],
    },
    [
      [2, 5],
      [5, 2, 0, 2],
    ],
  ],
  [
    'with a key ceremony of both programs, led by Koinon',
    {
      organiser: K,
      authority: T,
      questions: [YES_NO],
      trustees: [K, T, K],
      threshold: 2,
      voters: ['a', 'b'],
      ballots: [
        [0, T, [[1, 0]]],
        [1, K, [[0, 1]]],
      ],
      deciding: [2, 3],
    },
    [[1, 1]],
  ],
  [
    'with a key ceremony of both programs, led by belenios-tool',
    {
      organiser: T,
      authority: K,
      questions: [YES_NO],
      trustees: [T, K, T],
      threshold: 2,
      voters: ['a', 'b'],
      ballots: [
        [0, T, [[1, 0]]],
        [1, K, [[0, 1]]],
      ],
      deciding: [1, 2],
    },
    [[1, 1]],
  ],
  [
    'with ranked ballots mixed by both programs, on a board of Koinon’s',
    {
      ...ours,
      questions: [RANKED],
      trustees: [K, T],
      voters: ['a', 'b'],
      ballots: [
        [0, T, [[1, 2, 3]]],
        [1, K, [[3, 1, 2]]],
      ],
      shufflers: [1, 2],
      deciding: [1, 2],
    },
    [
      [
        [1, 2, 3],
        [3, 1, 2],
      ],
    ],
  ],
  [
    'with ranked ballots mixed by both programs after a key ceremony of both, on a board of belenios-tool’s',
    {
      organiser: T,
      authority: T,
      questions: [RANKED, YES_NO],
      trustees: [T, K],
      threshold: 1,
      voters: ['a', 'b'],
      ballots: [
        [
          0,
          K,
          [
            [1, 2, 3],
            [1, 0],
          ],
        ],
        [
          1,
          T,
          [
            [3, 1, 2],
            [1, 0],
          ],
        ],
      ],
      shufflers: [1, 2],
      deciding: [2],
    },
    [
      [
        [1, 2, 3],
        [3, 1, 2],
      ],
      [2, 0],
    ],
  ],
];

describe.skipIf(!installed && !required).each(scripts)('an election %s', (_, script, expected) => {
  let held: Held;
  beforeAll(async () => {
    held = await holdElection(script);
  });

  it.each(['open', 'closed', 'done'] as const)('is accepted by both programs while it is %s', async (at) => {
    const { status, stderr } = run(held.stages[at], ['election', 'verify', '--dir', held.stages[at]]);
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringContaining(at === 'done' ? 'all checks passed' : 'no result to check'),
    });
    expect(await election('verify', held.stages[at])).toMatchObject({
      verdict: 'verified',
      phase: at === 'closed' ? 'tallied' : at,
    });
  });

  it('only ever grows, as both programs see', async () => {
    const { open, closed, done } = held.stages;
    for (const [earlier, later] of [
      [open, closed],
      [open, done],
      [closed, done],
    ] as const) {
      tool(open, ['election', 'verify-diff', '--dir1', earlier, '--dir2', later]);
      expect(await election('verify-diff', earlier, later)).toMatchObject({ verdict: 'verified' });
      expect(run(open, ['election', 'verify-diff', '--dir1', later, '--dir2', earlier]).status).not.toBe(0);
      await expect(election('verify-diff', later, earlier)).rejects.toThrow('diff.not-prefix');
    }
  });

  it('has the result that was voted, in both programs', async () => {
    const text = tool(held.stages.done, ['election', 'compute-result']);
    const { result } = JSON.parse(text) as { result: (number[] | number[][])[] };
    const { questions } = (await election('verify', held.stages.done)) as {
      questions: { counts?: number[]; blank?: number; ballots?: number[][] }[];
    };
    const shown = questions.map(
      ({ counts = [], blank, ballots }) => ballots ?? (blank === undefined ? counts : [blank, ...counts]),
    );
    expect(shown).toEqual(result);
    const sorted = (rows: unknown[]): unknown[] =>
      rows.map((row) => (Array.isArray(row) && Array.isArray(row[0]) ? row.map(String).sort() : row));
    expect(sorted(result)).toEqual(sorted(expected));
  });

  it('has the same messages, checksums and hashes of ballots in both programs', async () => {
    const { done } = held.stages;
    const out = join(done, 'messages');
    await election('export', done, out);
    const exported = (name: string): string => readFileSync(join(out, name), 'utf8').trim();
    const computed = (name: string): string => tool(done, ['election', name]).trim();
    expect(exported('encrypted_tally.jsons')).toBe(computed('compute-encrypted-tally'));
    expect(exported('result.json')).toBe(computed('compute-result'));
    expect(exported('checksums.json')).toBe(computed('compute-checksums'));
    expect(exported('ballot_summary.json')).toBe(computed('compute-ballot-summary'));
  });
});
