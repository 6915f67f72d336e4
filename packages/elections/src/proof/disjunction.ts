import { challengeOf } from '../codec/hash.ts';
import type { Proof } from '../codec/scalar.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import { mod } from '../group/modular.ts';
import { type Random, randomBelow } from '../random.ts';

/** ElGamal ciphertext of a small integer m: alpha = g^r, beta = y^r g^m. */
export interface Ciphertext {
  alpha: bigint;
  beta: bigint;
}

/** One branch of a disjunction: "this ciphertext encrypts `value`". */
export interface Branch {
  ciphertext: Ciphertext;
  value: number;
}

/** Powers of a branch's ciphertext to its challenge, computed by the caller so that chains of squarings are shared. */
export interface BranchPowers {
  alpha: bigint;
  beta: bigint;
}

/**
 * Whether the proofs show that at least one branch holds: the challenges add up to H(statement ‖ commitments). Commitments
 * are A = g^r alpha^c and B = y^r (beta / g^value)^c, written `A,B` with commas between branches.
 */
export function holdsDisjunction(
  arithmetic: Arithmetic,
  y: bigint,
  statement: string,
  branches: readonly Branch[],
  powers: readonly BranchPowers[],
  proofs: readonly Proof[],
): boolean {
  const { g, q } = arithmetic.group;
  const commitments: bigint[] = [];
  let sum = 0n;
  proofs.forEach(({ challenge, response }, j) => {
    const { alpha, beta } = powers[j]!;
    const value = BigInt(branches[j]!.value);
    commitments.push(arithmetic.multiply(arithmetic.fixedPower(g, response), alpha));
    const b = arithmetic.multiply(arithmetic.fixedPower(y, response), beta);
    commitments.push(
      value === 0n ? b : arithmetic.multiply(b, arithmetic.fixedPower(g, mod(-value * challenge, q))),
    );
    sum += challenge;
  });
  return sum % q === challengeOf(statement + commitments.join(','), q);
}

/** What the prover knows of a ciphertext: randomness and message. Every power then has a fixed base. */
export interface Opening {
  r: bigint;
  m: bigint;
}

/**
 * Proves that branch `real` holds and hides which one it is: the others are simulated.
 * `openings` has the opening of each branch's ciphertext (the same one several times where branches share it).
 */
export function proveDisjunction(
  arithmetic: Arithmetic,
  y: bigint,
  statement: string,
  values: readonly number[],
  openings: readonly Opening[],
  real: number,
  random: Random,
): Proof[] {
  const { g, q } = arithmetic.group;
  const proofs: Proof[] = values.map(() => ({
    challenge: randomBelow(q, random),
    response: randomBelow(q, random),
  }));
  const w = randomBelow(q, random);
  const commitments: bigint[] = [];
  values.forEach((value, j) => {
    const { r, m } = openings[j]!;
    if (j === real) {
      commitments.push(arithmetic.fixedPower(g, w), arithmetic.fixedPower(y, w));
      return;
    }
    const { challenge, response } = proofs[j]!;
    // alpha^c = g^(r c) and (beta / g^value)^c = y^(r c) g^((m - value) c): no power of an unknown base is needed.
    const exponent = mod(response + r * challenge, q);
    commitments.push(arithmetic.fixedPower(g, exponent));
    const rest = mod((m - BigInt(value)) * challenge, q);
    commitments.push(arithmetic.multiply(arithmetic.fixedPower(y, exponent), arithmetic.fixedPower(g, rest)));
  });
  const others = proofs.reduce((sum, proof, j) => (j === real ? sum : sum + proof.challenge), 0n);
  const challenge = mod(challengeOf(statement + commitments.join(','), q) - others, q);
  proofs[real] = { challenge, response: mod(w - openings[real]!.r * challenge, q) };
  return proofs;
}
