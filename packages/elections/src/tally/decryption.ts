import { challengeOf } from '../codec/hash.ts';
import { type Json, readJson, writeJson } from '../codec/json.ts';
import { type Proof, readProof, writeProof } from '../codec/scalar.ts';
import { asArray, asNumber, asObject } from '../codec/shape.ts';
import { demand } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import type { Group } from '../group/group.ts';
import { mod, modInverse } from '../group/modular.ts';
import { type Random, randomBelow } from '../random.ts';
import { flattenTrustees, type TrusteeEntry } from '../trustee/trustees.ts';
import type { EncryptedTally } from './encrypted-tally.ts';

/** One trustee's share of the decryption: alpha^x for every ciphertext, each with a proof. */
export interface PartialDecryption {
  factors: bigint[][];
  proofs: Proof[][];
}

export function readPartialDecryption(text: string, group: Group): PartialDecryption {
  const json = asObject(readJson(text), ['decryption_factors', 'decryption_proofs']);
  const rows = <T>(value: Json | undefined, read: (item: Json) => T): T[][] =>
    asArray(value).map((row) => asArray(row).map(read));
  return {
    factors: rows(json.decryption_factors, asNumber),
    proofs: rows(json.decryption_proofs, (item) => readProof(item, group, 'decryption.proof')),
  };
}

export function writePartialDecryption({ factors, proofs }: PartialDecryption): string {
  return writeJson({
    decryption_factors: factors.map((row) => row.map(String)),
    decryption_proofs: proofs.map((row) => row.map(writeProof)),
  });
}

/**
 * A trustee's share of the decryption of a tally (after the last shuffle, where there are shuffles).
 * @param secret the trustee's key; a threshold trustee's is not reduced
 * @param fingerprint phi of the election
 */
export function decryptPartially(
  arithmetic: Arithmetic,
  secret: bigint,
  fingerprint: string,
  tally: EncryptedTally,
  random: Random,
): PartialDecryption {
  const { g, q } = arithmetic.group;
  const x = secret % q;
  const publicKey = arithmetic.secretPower(g, x);
  const proofs: Proof[][] = [];
  const factors = tally.map((row) => {
    const rowProofs: Proof[] = [];
    const rowFactors = row.map(({ alpha }) => {
      const w = randomBelow(q, random);
      const factor = arithmetic.secretPower(alpha, x);
      const commitments = `${arithmetic.secretPower(g, w)},${arithmetic.secretPower(alpha, w)}`;
      const statement = `decrypt|${fingerprint}|${publicKey}|${commitments}`;
      const challenge = challengeOf(statement, q);
      rowProofs.push({ challenge, response: mod(w - x * challenge, q) });
      return factor;
    });
    proofs.push(rowProofs);
    return rowFactors;
  });
  return { factors, proofs };
}

/** @throws Rejection `decryption.shape`, `decryption.not-in-group`, `decryption.proof` */
export function checkPartialDecryption(
  arithmetic: Arithmetic,
  publicKey: bigint,
  fingerprint: string,
  tally: EncryptedTally,
  { factors, proofs }: PartialDecryption,
): void {
  const sameShape = <T>(rows: T[][]): boolean =>
    rows.length === tally.length && rows.every((row, i) => row.length === tally[i]!.length);
  const fits = sameShape(factors) && sameShape(proofs);
  demand(fits, 'decryption.shape', 'The share of a trustee has another number of parts than the tally.');
  const { g, q } = arithmetic.group;
  tally.forEach((row, i) => {
    row.forEach(({ alpha }, j) => {
      const factor = factors[i]![j]!;
      const { challenge, response } = proofs[i]![j]!;
      const powers = arithmetic.elementTerms(factor, [{ exponent: challenge }]);
      demand(
        powers !== undefined,
        'decryption.not-in-group',
        'The share of a trustee holds a number outside of the group.',
      );
      const a = arithmetic.fixedProduct([
        { base: g, exponent: response },
        { base: publicKey, exponent: challenge },
      ]);
      const b = arithmetic.multiply(arithmetic.power(alpha, response), powers[0]!);
      const holds = challengeOf(`decrypt|${fingerprint}|${publicKey}|${a},${b}`, q) === challenge;
      demand(
        holds,
        'decryption.proof',
        'The share of a trustee is not the decryption of the tally with the trustee’s key.',
      );
    });
  });
}

/**
 * Puts shares together: for every ciphertext g to the (secret key of the election times randomness), by which beta is divided.
 * @param shares by owner number
 * @throws Rejection `decryption.insufficient`
 */
export function combineFactors(
  arithmetic: Arithmetic,
  entries: readonly TrusteeEntry[],
  tally: EncryptedTally,
  shares: ReadonlyMap<number, PartialDecryption>,
): bigint[][] {
  const flat = flattenTrustees(entries);
  const parts = entries.flatMap((entry, index) => {
    const present = flat.filter((trustee) => trustee.entry === index && shares.has(trustee.owner));
    const needed = entry.type === 'Single' ? 1 : entry.threshold;
    demand(
      present.length >= needed,
      'decryption.insufficient',
      'Too few trustees have taken part in the decryption.',
    );
    const chosen = present.slice(0, needed);
    const places = chosen.map(({ place }) => place + 1);
    return chosen.map(({ owner, place }) => ({
      factors: shares.get(owner)!.factors,
      exponent: entry.type === 'Single' ? 1n : lagrange(places, place + 1, arithmetic.group.q),
    }));
  });
  return tally.map((row, i) =>
    row.map((_, j) =>
      arithmetic.product(
        parts.map(({ factors, exponent }) => {
          const factor = factors[i]![j]!;
          return exponent === 1n ? factor : arithmetic.power(factor, exponent);
        }),
      ),
    ),
  );
}

/** Lagrange coefficient at 0 of the place `d` among `places`. */
function lagrange(places: readonly number[], d: number, q: bigint): bigint {
  return places.reduce(
    (acc, k) => (k === d ? acc : mod(acc * BigInt(k) * modInverse(mod(BigInt(k - d), q), q), q)),
    1n,
  );
}
