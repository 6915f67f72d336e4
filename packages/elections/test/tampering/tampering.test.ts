import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  type Arithmetic,
  bigIntArithmetic,
  LastBallots,
  Rejection,
  Verifier,
  verifyArchive,
  verifyDiff,
} from '../../src/index.ts';
import { kernel } from '../support/kernel.ts';
import { archiveOf, type BoardSteps } from '../support/make-election.ts';
import { threads } from '../support/workers.ts';
import { ballots } from './ballots.ts';
import { boards } from './boards.ts';
import { counts } from './counts.ts';
import { setups } from './setups.ts';
import { ranked, simple, type Tampering, threshold } from './tampering.ts';

const all = [...ballots, ...setups, ...counts, ...boards];
const archives = new Map<Tampering, Uint8Array>();

function archiveFor(tampering: Tampering): Uint8Array {
  const known = archives.get(tampering) ?? tampering.archive();
  archives.set(tampering, known);
  return known;
}

function verdictOf(archive: Uint8Array, options: Tampering['options']): Rejection | 'accepted' {
  try {
    const last = new LastBallots();
    last.push(archive);
    const verifier = new Verifier(last, options);
    verifier.push(archive);
    verifier.end();
    return 'accepted';
  } catch (error) {
    if (error instanceof Rejection) return error;
    throw error;
  }
}

describe('an election as its board stands', () => {
  it.each([
    ['with one trustee', simple, [[1, 1]]],
    ['with threshold trustees', threshold, [[1, 0]]],
    [
      'with ranked ballots',
      ranked,
      [
        expect.arrayContaining([
          [1, 2, 3],
          [3, 2, 1],
        ]),
      ],
    ],
  ])('is accepted %s, open and counted', async (_, held, result) => {
    const { board } = held();
    const open: BoardSteps = board.filter(([type]) => type === 'Setup' || type === 'Ballot');
    expect(await verifyArchive(() => [archiveOf(open)])).toMatchObject({ phase: 'open', result: undefined });
    expect(await verifyArchive(() => [archiveOf(board)])).toMatchObject({ phase: 'done', result });
  });
});

describe('a board that was tampered with', () => {
  it.each(all)('is refused: $title', (tampering) => {
    const verdict = verdictOf(archiveFor(tampering), tampering.options);
    expect(verdict).toMatchObject({ code: tampering.code });
    // A sentence for people: no code, no name of a field, nothing of a program.
    const { sentence } = verdict as Rejection;
    expect(sentence).toMatch(/^[A-Z][^_{}<>]{20,160}\.$/);
  });

  it('is refused in the same words by workers, at the same event', { timeout: 180_000 }, async () => {
    const pool = threads(2);
    for (const tampering of all) {
      const archive = archiveFor(tampering);
      const options = { ...tampering.options, arithmetic: kernel };
      const { message } = verdictOf(archive, options) as Rejection;
      await expect(verifyArchive(() => [archive], { ...options, pool })).rejects.toThrow(message);
    }
    await pool.close();
  });

  it.each(all.filter(({ title }) => /order two/.test(title)))(
    'would be accepted if nobody tested membership: $title',
    (tampering) => {
      const careless: Tampering['options'] = {
        arithmetic: (group) => {
          const arithmetic: Arithmetic = bigIntArithmetic(group);
          return {
            ...arithmetic,
            isElement: () => true,
            elementTerms: (base, terms) => arithmetic.terms(base, terms),
            termsOfAll: (list) => list.map(({ base, terms }) => arithmetic.terms(base, terms)),
          };
        },
      };
      const verdict = verdictOf(archiveFor(tampering), careless);
      if (/key ceremony|certificate|commitment/.test(tampering.title))
        expect(verdict).not.toMatchObject({ code: tampering.code });
      else expect(verdict).toBe('accepted');
    },
  );

  it('is refused for every reason that the verifier knows', () => {
    const source = readFileSync(new URL('../../src/error.ts', import.meta.url), 'utf8');
    const codes = [...source.matchAll(/`(\w+)\.\$\{([^}]+)\}`/g)].flatMap(([, area, names]) =>
      [...(names ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => `${area}.${name}`),
    );
    // Reasons that concern messages before they are on a board, and pairs of boards.
    const elsewhere = [
      'trustees.recipient',
      'trustees.share',
      'ballot.vote',
      'diff.not-prefix',
      'diff.other-election',
    ];
    const seen = new Set<string>([...all.map(({ code }) => code), ...elsewhere]);
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((code) => !seen.has(code))).toEqual([]);
  });
});

describe('two snapshots of a board', () => {
  it('are refused where a ballot was dropped between them (35)', async () => {
    const { board } = simple();
    const before = archiveOf(board.slice(0, 3));
    const after = archiveOf([board[0]!, board[2]!]);
    expect(verdictOf(after, undefined)).toBe('accepted');
    await expect(
      verifyDiff(
        () => [before],
        () => [after],
      ),
    ).rejects.toMatchObject({ code: 'diff.not-prefix' });
    const all = archiveOf(board);
    const whole = await verifyDiff(
      () => [before],
      () => [all],
    );
    expect(whole).toMatchObject({ kept: 3 });
    await expect(
      verifyDiff(
        () => [all],
        () => [before],
      ),
    ).rejects.toMatchObject({ code: 'diff.not-prefix' });
  });

  it('are refused where they are of two elections', async () => {
    const [one, other] = [archiveOf(simple().board), archiveOf(threshold().board)];
    await expect(
      verifyDiff(
        () => [one],
        () => [other],
      ),
    ).rejects.toMatchObject({ code: 'diff.other-election' });
  });
});
