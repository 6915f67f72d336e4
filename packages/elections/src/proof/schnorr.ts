import { challengeOf } from '../codec/hash.ts';
import type { Proof } from '../codec/scalar.ts';
import type { Arithmetic, Term } from '../group/arithmetic.ts';
import { mod } from '../group/modular.ts';
import { type Random, randomBelow } from '../random.ts';

/**
 * Proof of knowledge of the logarithm of a public key to base g, over a statement that the commitment completes:
 * c = H(statement ‖ g^w), r = w - secret * c mod q.
 */
export function proveKnowledge(
  arithmetic: Arithmetic,
  secret: bigint,
  statement: string,
  random: Random,
): Proof {
  const { g, q } = arithmetic.group;
  const w = randomBelow(q, random);
  const challenge = challengeOf(`${statement}${arithmetic.secretPower(g, w)}`, q);
  return { challenge, response: mod(w - secret * challenge, q) };
}

/** The commitment that a proof answers: key^challenge * g^response. */
function commitmentTerm(g: bigint, { challenge, response }: Proof): Term {
  return { exponent: challenge, fixed: [{ base: g, exponent: response }] };
}

/** As `knowsLogarithm` for a key that may be no element, and then none knows its logarithm. */
export function elementLogarithmKnown(
  arithmetic: Arithmetic,
  key: bigint,
  statement: string,
  proof: Proof,
): boolean {
  const { g, q } = arithmetic.group;
  const commitment = arithmetic.elementTerms(key, [commitmentTerm(g, proof)])?.[0];
  return commitment !== undefined && challengeOf(`${statement}${commitment}`, q) === proof.challenge;
}

/** Whether `proof` shows knowledge of the logarithm of `key`, which must be an element. */
export function knowsLogarithm(
  arithmetic: Arithmetic,
  key: bigint,
  statement: string,
  proof: Proof,
): boolean {
  const { g, q } = arithmetic.group;
  const [commitment] = arithmetic.terms(key, [commitmentTerm(g, proof)]);
  return challengeOf(`${statement}${commitment}`, q) === proof.challenge;
}
