import { demand, Rejection } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import { mod } from '../group/modular.ts';
import {
  type Branch,
  type Ciphertext,
  commitmentsOf,
  holdsDisjunction,
  type Opening,
  type Proved,
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
 * (or the answer is blank). All powers of the answer are asked for at once, so that the arithmetic shares what it can.
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
  const { q } = arithmetic.group;
  const ofChoices = choices.map((ciphertext, slot): Proved => {
    const branches: Branch[] = individualProofs[slot]!.map((proof, value) => ({ value, proof }));
    if (question.blank && slot === 0) {
      branches.push({ value: 0, proof: blankProof![0]! }, { value: 1, proof: overallProof[0]! });
    }
    return { ciphertext, branches, member: false };
  });
  const sum = sumOf(arithmetic, question.blank ? choices.slice(1) : choices);
  const values = overallValues(question);
  const branches = overallProof
    .map((proof, i): Branch => ({ value: values[i]!.value, proof }))
    .filter((_, i) => values[i]!.of === 'sum');
  if (question.blank) branches.unshift({ value: 0, proof: blankProof![1]! });
  const commitments = commitmentsOf(arithmetic, y, [
    ...ofChoices,
    { ciphertext: sum, branches, member: true },
  ]);
  if (commitments === undefined) {
    throw new Rejection(
      'ballot.not-in-group',
      'A ballot holds a number outside of the group of the election.',
    );
  }
  choices.forEach((choice, slot) => {
    const statement = `prove|${zkp}|${ciphertextText(choice)}|`;
    const holds = holdsDisjunction(q, statement, commitments[slot]!.slice(0, 2), individualProofs[slot]!);
    demand(holds, 'ballot.proof', NO_PROOF);
  });

  const zS = `${zkp}|${choices.map(ciphertextText).join(',')}`;
  const ofSum = commitments[choices.length]!;
  if (!question.blank) {
    const statement = `prove|${zS}|${ciphertextText(sum)}|`;
    demand(holdsDisjunction(q, statement, ofSum, overallProof), 'ballot.proof', NO_PROOF);
    return;
  }
  const [, , ofBlank, ofBlankOverall] = commitments[0]!;
  const [ofNotBlank, ...ofSumOverall] = ofSum;
  const blankHolds = holdsDisjunction(q, `bproof0|${zS}|`, [ofBlank!, ofNotBlank!], blankProof!);
  demand(blankHolds, 'ballot.proof', NO_PROOF);
  const overall = [ofBlankOverall!, ...ofSumOverall];
  demand(holdsDisjunction(q, `bproof1|${zS}|`, overall, overallProof), 'ballot.proof', NO_PROOF);
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
