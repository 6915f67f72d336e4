import { challengeOf } from '../codec/hash.ts';
import type { Proof } from '../codec/scalar.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
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
  const challenge = challengeOf(`${statement}${arithmetic.fixedPower(g, w)}`, q);
  return { challenge, response: mod(w - secret * challenge, q) };
}

/** Whether `proof` shows knowledge of the logarithm of `key`, which must be an element. */
export function knowsLogarithm(
  arithmetic: Arithmetic,
  key: bigint,
  statement: string,
  proof: Proof,
): boolean {
  const { g, q } = arithmetic.group;
  const commitment = arithmetic.multiply(
    arithmetic.fixedPower(g, proof.response),
    arithmetic.power(key, proof.challenge),
  );
  return challengeOf(`${statement}${commitment}`, q) === proof.challenge;
}
