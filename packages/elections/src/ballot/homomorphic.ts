import { demand, Rejection } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import { mod } from '../group/modular.ts';
import {
  type Branch,
  type BranchPowers,
  type Ciphertext,
  holdsDisjunction,
  type Opening,
  proveDisjunction,
} from '../proof/disjunction.ts';
import { type Random, randomBelow } from '../random.ts';
import { ciphertextText, type HomomorphicAnswer } from './answer.ts';
import { type HomomorphicQuestion, slotsOf } from './question.ts';

/** Product of ciphertexts: encrypts the sum of what they encrypt. */
export function sumOf(arithmetic: Arithmetic, ciphertexts: readonly Ciphertext[]): Ciphertext {
  return {
    alpha: arithmetic.product(ciphertexts.map((c) => c.alpha)),
    beta: arithmetic.product(ciphertexts.map((c) => c.beta)),
  };
}

/** The values that the overall proof ranges over, and which of the two ciphertexts each is about. */
function overallValues(question: HomomorphicQuestion): { of: 'blank' | 'sum'; value: number }[] {
  const values: { of: 'blank' | 'sum'; value: number }[] = [];
  if (question.blank) values.push({ of: 'blank', value: 1 });
  for (let value = question.min; value <= question.max; value++) values.push({ of: 'sum', value });
  return values;
}

const NO_PROOF =
  'A proof in a ballot does not hold: the ballot may carry a vote that the question does not allow.';

/**
 * Checks a homomorphic answer: every ciphertext is in the group, encrypts 0 or 1, and the sum lies between `min` and `max`
 * (or the answer is blank). One chain of squarings for each element serves its challenges and its membership.
 * @param zkp `phi|credential`, which binds the proofs to election and voter
 * @throws Rejection `ballot.not-in-group`, `ballot.proof`
 */
export function checkHomomorphic(
  arithmetic: Arithmetic,
  y: bigint,
  question: HomomorphicQuestion,
  answer: HomomorphicAnswer,
  zkp: string,
): void {
  const { choices, individualProofs, overallProof, blankProof } = answer;
  const blankChallenges = question.blank ? [blankProof![0]!.challenge, overallProof[0]!.challenge] : [];
  const powers = choices.map((choice, slot) => {
    const exponents = individualProofs[slot]!.map((proof) => proof.challenge);
    if (slot === 0) exponents.push(...blankChallenges);
    return elementPowers(arithmetic, choice, exponents);
  });

  const binary = [0, 1];
  choices.forEach((ciphertext, slot) => {
    const branches: Branch[] = binary.map((value) => ({ ciphertext, value }));
    const holds = holdsDisjunction(
      arithmetic,
      y,
      `prove|${zkp}|${ciphertextText(ciphertext)}|`,
      branches,
      powers[slot]!.slice(0, 2),
      individualProofs[slot]!,
    );
    demand(holds, 'ballot.proof', NO_PROOF);
  });

  const zS = `${zkp}|${choices.map(ciphertextText).join(',')}`;
  const sum = sumOf(arithmetic, question.blank ? choices.slice(1) : choices);
  const values = overallValues(question);
  const sumChallenges = overallProof
    .filter((_, i) => values[i]!.of === 'sum')
    .map((proof) => proof.challenge);
  if (question.blank) sumChallenges.unshift(blankProof![1]!.challenge);
  const sumPowers = branchPowers(arithmetic, sum, sumChallenges);

  if (!question.blank) {
    const branches = values.map(({ value }) => ({ ciphertext: sum, value }));
    const statement = `prove|${zS}|${ciphertextText(sum)}|`;
    demand(
      holdsDisjunction(arithmetic, y, statement, branches, sumPowers, overallProof),
      'ballot.proof',
      NO_PROOF,
    );
    return;
  }
  const blank = choices[0]!;
  const [ofSum, ...ofSumOverall] = sumPowers;
  const [, , ofBlank, ofBlankOverall] = powers[0]!;
  const either: Branch[] = [
    { ciphertext: blank, value: 0 },
    { ciphertext: sum, value: 0 },
  ];
  const blankHolds = holdsDisjunction(
    arithmetic,
    y,
    `bproof0|${zS}|`,
    either,
    [ofBlank!, ofSum!],
    blankProof!,
  );
  demand(blankHolds, 'ballot.proof', NO_PROOF);
  const branches = values.map(({ of, value }) => ({ ciphertext: of === 'blank' ? blank : sum, value }));
  const overallPowers = [ofBlankOverall!, ...ofSumOverall];
  const overallHolds = holdsDisjunction(
    arithmetic,
    y,
    `bproof1|${zS}|`,
    branches,
    overallPowers,
    overallProof,
  );
  demand(overallHolds, 'ballot.proof', NO_PROOF);
}

function elementPowers(
  arithmetic: Arithmetic,
  { alpha, beta }: Ciphertext,
  exponents: bigint[],
): BranchPowers[] {
  const alphas = arithmetic.elementPowers(alpha, exponents);
  const betas = arithmetic.elementPowers(beta, exponents);
  if (alphas === undefined || betas === undefined) {
    throw new Rejection(
      'ballot.not-in-group',
      'A ballot holds a number outside of the group of the election.',
    );
  }
  return exponents.map((_, i) => ({ alpha: alphas[i]!, beta: betas[i]! }));
}

function branchPowers(
  arithmetic: Arithmetic,
  { alpha, beta }: Ciphertext,
  exponents: bigint[],
): BranchPowers[] {
  const alphas = arithmetic.powers(alpha, exponents);
  const betas = arithmetic.powers(beta, exponents);
  return exponents.map((_, i) => ({ alpha: alphas[i]!, beta: betas[i]! }));
}

/** Whether a vote (0 or 1 for each slot, the blank slot first) answers the question. */
export function isVote(question: HomomorphicQuestion, vote: readonly number[]): boolean {
  if (vote.length !== slotsOf(question) || vote.some((mark) => mark !== 0 && mark !== 1)) return false;
  const marks = question.blank ? vote.slice(1) : vote;
  const sum = marks.reduce((total, mark) => total + mark, 0);
  if (question.blank && vote[0] === 1) return sum === 0;
  return sum >= question.min && sum <= question.max;
}

/**
 * Encrypts a vote and proves that it answers the question.
 * @param vote 0 or 1 for each slot, the blank slot first
 * @throws Rejection `ballot.vote`
 */
export function answerHomomorphic(
  arithmetic: Arithmetic,
  y: bigint,
  question: HomomorphicQuestion,
  vote: readonly number[],
  zkp: string,
  random: Random,
): HomomorphicAnswer {
  demand(
    isVote(question, vote),
    'ballot.vote',
    'The vote marks too few or too many answers for its question.',
  );
  const { g, q } = arithmetic.group;
  const openings: Opening[] = vote.map((mark) => ({ r: randomBelow(q, random), m: BigInt(mark) }));
  const choices = openings.map(({ r, m }) => {
    const shared = arithmetic.fixedPower(y, r);
    return { alpha: arithmetic.fixedPower(g, r), beta: m === 0n ? shared : arithmetic.multiply(shared, g) };
  });
  const individualProofs = choices.map((choice, slot) =>
    proveDisjunction(
      arithmetic,
      y,
      `prove|${zkp}|${ciphertextText(choice)}|`,
      [0, 1],
      [openings[slot]!, openings[slot]!],
      vote[slot]!,
      random,
    ),
  );

  const zS = `${zkp}|${choices.map(ciphertextText).join(',')}`;
  const summed = question.blank ? openings.slice(1) : openings;
  const sumOpening: Opening = {
    r: mod(
      summed.reduce((total, { r }) => total + r, 0n),
      q,
    ),
    m: summed.reduce((total, { m }) => total + m, 0n),
  };
  const values = overallValues(question);
  const numbers = values.map(({ value }) => value);
  if (!question.blank) {
    const sum = sumOf(arithmetic, choices);
    const statement = `prove|${zS}|${ciphertextText(sum)}|`;
    const real = Number(sumOpening.m) - question.min;
    const same = values.map(() => sumOpening);
    const overallProof = proveDisjunction(arithmetic, y, statement, numbers, same, real, random);
    return { type: 'homomorphic', choices, individualProofs, overallProof };
  }
  const isBlank = vote[0] === 1;
  const either = [openings[0]!, sumOpening];
  const blankProof = proveDisjunction(
    arithmetic,
    y,
    `bproof0|${zS}|`,
    [0, 0],
    either,
    isBlank ? 1 : 0,
    random,
  );
  const of = values.map((entry) => (entry.of === 'blank' ? openings[0]! : sumOpening));
  const real = isBlank ? 0 : 1 + Number(sumOpening.m) - question.min;
  const overallProof = proveDisjunction(arithmetic, y, `bproof1|${zS}|`, numbers, of, real, random);
  return { type: 'homomorphic', choices, individualProofs, overallProof, blankProof };
}
