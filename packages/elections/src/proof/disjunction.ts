import { challengeOf } from '../codec/hash.ts';
import type { Proof } from '../codec/scalar.ts';
import type { Arithmetic, BaseTerms, Term } from '../group/arithmetic.ts';
import { mod } from '../group/modular.ts';
import { type Random, randomBelow } from '../random.ts';

/** ElGamal ciphertext of a small integer m: alpha = g^r, beta = y^r g^m. */
export interface Ciphertext {
  alpha: bigint;
  beta: bigint;
}

/** One branch of a disjunction, "this ciphertext encrypts `value`", and the proof's part for it. */
export interface Branch {
  value: number;
  proof: Proof;
}

/** A and B of a branch: A = g^r alpha^c and B = y^r (beta / g^value)^c. */
export interface Commitment {
  a: bigint;
  b: bigint;
}

/** A ciphertext with everything that is proved about it. */
export interface Proved {
  ciphertext: Ciphertext;
  branches: readonly Branch[];
  /** Whether both of its numbers are elements once those of all others are, as those of a sum are. */
  member: boolean;
}

/**
 * Commitments of all branches about each ciphertext.
 * @returns undefined where a number of a ciphertext is no element
 */
export function commitmentsOf(
  arithmetic: Arithmetic,
  y: bigint,
  list: readonly Proved[],
): Commitment[][] | undefined {
  const { g, q } = arithmetic.group;
  const bases = list.flatMap(({ ciphertext: { alpha, beta }, branches, member }): BaseTerms[] => {
    const ofAlpha = branches.map(({ proof }): Term => {
      return { exponent: proof.challenge, fixed: [{ base: g, exponent: proof.response }] };
    });
    const ofBeta = branches.map(({ value, proof: { challenge, response } }): Term => {
      const fixed = [{ base: y, exponent: response }];
      if (value !== 0) fixed.push({ base: g, exponent: mod(-BigInt(value) * challenge, q) });
      return { exponent: challenge, fixed };
    });
    return [
      { base: alpha, terms: ofAlpha, member },
      { base: beta, terms: ofBeta, member },
    ];
  });
  const values = arithmetic.termsOfAll(bases);
  return values && list.map((_, i) => values[2 * i]!.map((a, j) => ({ a, b: values[2 * i + 1]![j]! })));
}

/**
 * Whether the proofs show that at least one branch holds: the challenges add up to H(statement ‖ commitments), which are
 * written `A,B` with commas between branches.
 */
export function holdsDisjunction(
  q: bigint,
  statement: string,
  commitments: readonly Commitment[],
  proofs: readonly Proof[],
): boolean {
  const sum = proofs.reduce((total, { challenge }) => total + challenge, 0n);
  const text = commitments.map(({ a, b }) => `${a},${b}`).join(',');
  return sum % q === challengeOf(statement + text, q);
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
    const powers = [{ base: y, exponent }];
    if (rest !== 0n) powers.push({ base: g, exponent: rest });
    commitments.push(arithmetic.fixedProduct(powers));
  });
  const others = proofs.reduce((sum, proof, j) => (j === real ? sum : sum + proof.challenge), 0n);
  const challenge = mod(challengeOf(statement + commitments.join(','), q) - others, q);
  proofs[real] = { challenge, response: mod(w - openings[real]!.r * challenge, q) };
  return proofs;
}
