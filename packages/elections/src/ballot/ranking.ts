import { challengeOf } from '../codec/hash.ts';
import { demand } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import { mod } from '../group/modular.ts';
import { type Random, randomBelow } from '../random.ts';
import { ciphertextText, type RankingAnswer } from './answer.ts';
import { encodeIntegers } from './embedding.ts';
import type { RankingQuestion } from './question.ts';

function statementOf(y: bigint, zkp: string, choices: RankingAnswer['choices']): string {
  return `raweg|${zkp}|${y},${ciphertextText(choices)}|`;
}

/**
 * Checks a ranking answer: both numbers are in the group, and the voter knows the randomness of the ciphertext, so that it
 * was not copied from another ballot.
 * @throws Rejection `ballot.not-in-group`, `ballot.proof`
 */
export function checkRanking(arithmetic: Arithmetic, y: bigint, answer: RankingAnswer, zkp: string): void {
  const { g, q } = arithmetic.group;
  const { choices, proof } = answer;
  const fixed = [{ base: g, exponent: proof.response }];
  const commitments = arithmetic.elementTerms(choices.alpha, [{ exponent: proof.challenge, fixed }]);
  demand(
    commitments !== undefined && arithmetic.isElement(choices.beta),
    'ballot.not-in-group',
    'A ballot holds a number outside of the group of the election.',
  );
  demand(
    challengeOf(statementOf(y, zkp, choices) + commitments[0], q) === proof.challenge,
    'ballot.proof',
    'A proof in a ballot does not hold: its maker may not know what it says.',
  );
}

/**
 * Encrypts ranks or grades, one for each answer of the question.
 * @throws Rejection `ballot.vote`
 */
export function answerRanking(
  arithmetic: Arithmetic,
  y: bigint,
  question: RankingQuestion,
  vote: readonly number[],
  zkp: string,
  random: Random,
): RankingAnswer {
  demand(
    vote.length === question.answers.length,
    'ballot.vote',
    'The vote has another number of ranks than its question.',
  );
  const { group } = arithmetic;
  const r = randomBelow(group.q, random);
  const choices = {
    alpha: arithmetic.fixedPower(group.g, r),
    beta: arithmetic.multiply(arithmetic.fixedPower(y, r), encodeIntegers(vote, group)),
  };
  const w = randomBelow(group.q, random);
  const challenge = challengeOf(statementOf(y, zkp, choices) + arithmetic.fixedPower(group.g, w), group.q);
  return { type: 'ranking', choices, proof: { challenge, response: mod(w - r * challenge, group.q) } };
}
