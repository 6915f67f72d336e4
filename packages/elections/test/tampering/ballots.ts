import { mod } from '../../src/group/modular.ts';
import { makeBallot } from '../../src/index.ts';
import { type Opening, proveDisjunction } from '../../src/proof/disjunction.ts';
import { randomBelow } from '../../src/random.ts';
import { archiveOf } from '../support/make-election.ts';
import {
  bump,
  changed,
  edit,
  type Loose,
  random,
  resigned,
  simple,
  type Tampering,
  text,
} from './tampering.ts';

const changedBallot = (change: (json: Loose) => void): Uint8Array =>
  archiveOf(changed(simple().board, 'Ballot', ([ballot]) => [edit(ballot!, change)]));
const signedAnew = (change: (json: Loose) => void): Uint8Array => {
  const { made, board } = simple();
  return archiveOf(changed(board, 'Ballot', ([ballot]) => [resigned(ballot!, made, 0, change)]));
};
/** The open board with one more ballot. */
const oneMore = (ballot: string): Uint8Array =>
  archiveOf([...simple().board.slice(0, 3), ['Ballot', [ballot]]]);
const firstBallot = (): string => simple().board[1]![1][0]!;
const proofOf = (json: Loose): Loose => json.answers[0].individual_proofs[0][0];

export const ballots: Tampering[] = [
  {
    title: '1: a proof of a ballot was altered',
    code: 'ballot.signature',
    archive: () =>
      changedBallot((json) => {
        proofOf(json).response = bump(proofOf(json).response);
      }),
  },
  {
    title: '2: a proof was altered, and the ballot signed again',
    code: 'ballot.proof',
    archive: () =>
      signedAnew((json) => {
        proofOf(json).response = bump(proofOf(json).response);
      }),
  },
  {
    title: '3: a ballot copies the vote of another voter',
    code: 'ballot.proof',
    archive: () => oneMore(resigned(firstBallot(), simple().made, 2, () => undefined)),
  },
  {
    title: '4: a ballot under a credential that is not listed',
    code: 'ballot.credential-unknown',
    archive: () => {
      const { arithmetic, election } = simple().made;
      return oneMore(makeBallot(arithmetic, election, 'dpo-UBL-z9y-X2Q-XrQ', [[1, 0]], random));
    },
  },
  {
    title: '5: a ciphertext times the element of order two, with even challenges: every equation holds',
    code: 'ballot.not-in-group',
    archive: () => oneMore(negatedBallot()),
  },
  {
    title: '6: a response with q added',
    code: 'ballot.scalar-range',
    archive: () =>
      signedAnew((json) => {
        proofOf(json).response = String(BigInt(proofOf(json).response) + simple().made.election.group.q);
      }),
  },
  {
    title: '7: a ballot with its keys in another order',
    code: 'ballot.not-canonical',
    archive: () =>
      archiveOf(
        changed(simple().board, 'Ballot', ([ballot]) => {
          const { signature, ...rest } = JSON.parse(ballot!);
          return [JSON.stringify({ signature, ...rest })];
        }),
      ),
  },
  {
    title: 'a ballot that stands on the board twice',
    code: 'ballot.duplicate',
    archive: () => oneMore(firstBallot()),
  },
  {
    title: 'two voters with one ciphertext, each with proofs of their own',
    code: 'ballot.equal-ciphertext',
    archive: () => {
      const { arithmetic, election, credentials } = simple().made;
      // Both draw the same randomness: accomplices, who vote the same for pay.
      const [first, second] = [0, 1].map((voter) => {
        let drawn = 0;
        const shared = (count: number): Uint8Array => new Uint8Array(count).fill(7 + (drawn++ % 200));
        return makeBallot(arithmetic, election, credentials[voter]!.credential, [[1, 0]], shared);
      });
      return archiveOf([simple().board[0]!, ['Ballot', [first!]], ['Ballot', [second!]]]);
    },
  },
  {
    title: 'a ballot of another election',
    code: 'ballot.election',
    archive: () =>
      signedAnew((json) => {
        json.election_hash = json.election_hash.replace(/^./, (c: string) => (c === 'A' ? 'B' : 'A'));
      }),
  },
  {
    title: 'a ballot that leaves a question out',
    code: 'ballot.shape',
    archive: () =>
      signedAnew((json) => {
        json.answers = [];
      }),
  },
];

/**
 * A ballot of the third voter whose first beta is multiplied by p - 1. All challenges that it meets are even, so that the
 * factor vanishes from every equation and only the test of membership is left to see it.
 */
function negatedBallot(): string {
  const { made } = simple();
  const { arithmetic, election, credentials } = made;
  const { p, q, g } = election.group;
  const y = election.publicKey;
  const openings: Opening[] = [1n, 0n].map((m) => ({ r: randomBelow(q, random), m }));
  const choices = openings.map(({ r, m }, i) => {
    const beta = arithmetic.multiply(arithmetic.power(y, r), arithmetic.power(g, m));
    return { alpha: arithmetic.power(g, r), beta: i === 0 ? mod(-beta, p) : beta };
  });
  const zkp = `${election.fingerprint}|${credentials[2]!.publicKey}`;
  const pair = ({ alpha, beta }: { alpha: bigint; beta: bigint }): string => `${alpha},${beta}`;
  const even = (statement: string, values: number[], opening: Opening, real: number): Loose => {
    for (;;) {
      const same = values.map(() => opening);
      const proofs = proveDisjunction(arithmetic, y, statement, values, same, real, random);
      if (proofs.every(({ challenge }) => challenge % 2n === 0n)) return proofs.map(text);
    }
  };
  const sum = {
    alpha: arithmetic.product(choices.map(({ alpha }) => alpha)),
    beta: arithmetic.product(choices.map(({ beta }) => beta)),
  };
  const zS = `${zkp}|${choices.map(pair).join(',')}`;
  const summed: Opening = { r: mod(openings[0]!.r + openings[1]!.r, q), m: 1n };
  const answer = {
    choices: choices.map(({ alpha, beta }) => ({ alpha: String(alpha), beta: String(beta) })),
    individual_proofs: choices.map((choice, i) =>
      even(`prove|${zkp}|${pair(choice)}|`, [0, 1], openings[i]!, i === 0 ? 1 : 0),
    ),
    overall_proof: even(`prove|${zS}|${pair(sum)}|`, [1], summed, 0),
  };
  return resigned(firstBallot(), made, 2, (json) => {
    json.answers = [answer];
  });
}
