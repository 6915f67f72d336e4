import { challengeOf, sha256Hex, sha256Integer } from '../codec/hash.ts';
import type { Ciphertext } from '../proof/disjunction.ts';
import type { ShuffleProof } from './shuffle.ts';

// In the hashed texts of shuffles every number is followed by a comma, the last one too.
const numbers = (list: readonly bigint[]): string => list.map((x) => `${x},`).join('');
const ciphertexts = (list: readonly Ciphertext[]): string =>
  list.map(({ alpha, beta }) => `${alpha},${beta},`).join('');

/** E ‖ E' ‖ c: the lists before and after, and the commitment to the permutation. */
export function commitmentText(
  before: readonly Ciphertext[],
  after: readonly Ciphertext[],
  c: readonly bigint[],
): string {
  return ciphertexts(before) + ciphertexts(after) + numbers(c);
}

/** u_i = int(SHA-256(sha(`shuffle-challenges|phi|` ‖ strC) ‖ sha(i))) mod q, the two digests as hex text. */
export function listChallenges(fingerprint: string, strC: string, count: number, q: bigint): bigint[] {
  const prefix = sha256Hex(`shuffle-challenges|${fingerprint}|${strC}`);
  return Array.from({ length: count }, (_, i) => sha256Integer(prefix + sha256Hex(String(i))) % q);
}

/** The challenge of the whole proof. */
export function shuffleChallenge(
  fingerprint: string,
  t: ShuffleProof['t'],
  strC: string,
  chat: readonly bigint[],
  y: bigint,
  q: bigint,
): bigint {
  const strT = numbers([t.t1, t.t2, t.t3, t.t41, t.t42]) + numbers(t.that);
  return challengeOf(`shuffle-challenge|${fingerprint}|${strT}${strC}${numbers(chat)}${y}`, q);
}
