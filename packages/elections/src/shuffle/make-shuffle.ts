import type { Arithmetic } from '../group/arithmetic.ts';
import { mod } from '../group/modular.ts';
import type { Ciphertext } from '../proof/disjunction.ts';
import { type Random, randomBelow } from '../random.ts';
import { commitmentText, listChallenges, shuffleChallenge } from './challenges.ts';
import { makeGenerators } from './generators.ts';
import type { Shuffle, ShuffleProof } from './shuffle.ts';

/** Re-encrypts and permutes the lists of the ranking questions, with proofs that nothing else was done. */
export function makeShuffle(
  arithmetic: Arithmetic,
  y: bigint,
  fingerprint: string,
  before: readonly Ciphertext[][],
  random: Random,
): Shuffle {
  const shuffled = before.map((list) => shuffleOne(arithmetic, y, fingerprint, list, random));
  return { ciphertexts: shuffled.map(({ after }) => after), proofs: shuffled.map(({ proof }) => proof) };
}

function shuffleOne(
  arithmetic: Arithmetic,
  y: bigint,
  fingerprint: string,
  before: readonly Ciphertext[],
  random: Random,
): { after: Ciphertext[]; proof: ShuffleProof } {
  const { g, q } = arithmetic.group;
  const n = before.length;
  const scalar = (): bigint => randomBelow(q, random);
  const scalars = (): bigint[] => Array.from({ length: n }, scalar);
  const gPower = (e: bigint): bigint => arithmetic.fixedPower(g, mod(e, q));
  const multiply = (x: bigint, z: bigint): bigint => arithmetic.multiply(x, z);

  // j[i] is the input that comes to place i of the output; re-encryption is indexed by input.
  const j = permutation(n, random);
  const rPrime = scalars();
  const reencrypted = before.map(({ alpha, beta }, i) => ({
    alpha: multiply(alpha, gPower(rPrime[i]!)),
    beta: multiply(beta, arithmetic.fixedPower(y, rPrime[i]!)),
  }));
  const after = j.map((input) => reencrypted[input]!);

  const { h, list: hs } = makeGenerators(arithmetic, n);
  const r = scalars();
  const c: bigint[] = new Array(n);
  j.forEach((input, i) => {
    c[input] = multiply(gPower(r[input]!), hs[i]!);
  });
  const strC = commitmentText(before, after, c);
  const u = listChallenges(fingerprint, strC, n, q);
  const uPrime = j.map((input) => u[input]!);

  const rHat = scalars();
  const chat: bigint[] = [];
  uPrime.forEach((exponent, i) => {
    chat.push(multiply(gPower(rHat[i]!), arithmetic.secretPower(i === 0 ? h : chat[i - 1]!, exponent)));
  });

  const [w1, w2, w3, w4] = [scalar(), scalar(), scalar(), scalar()];
  const wHat = scalars();
  const wPrime = scalars();
  const t = {
    t1: gPower(w1),
    t2: gPower(w2),
    t3: arithmetic.product([gPower(w3), ...hs.map((x, i) => arithmetic.secretPower(x, wPrime[i]!))]),
    t41: arithmetic.product([
      arithmetic.fixedPower(y, mod(-w4, q)),
      ...after.map(({ beta }, i) => arithmetic.secretPower(beta, wPrime[i]!)),
    ]),
    t42: arithmetic.product([
      gPower(-w4),
      ...after.map(({ alpha }, i) => arithmetic.secretPower(alpha, wPrime[i]!)),
    ]),
    that: chat.map((_, i) =>
      multiply(gPower(wHat[i]!), arithmetic.secretPower(i === 0 ? h : chat[i - 1]!, wPrime[i]!)),
    ),
  };
  const challenge = shuffleChallenge(fingerprint, t, strC, chat, y, q);

  const v: bigint[] = new Array(n);
  for (let i = n - 1; i >= 0; i--) v[i] = i === n - 1 ? 1n : mod(uPrime[i + 1]! * v[i + 1]!, q);
  const dot = (a: readonly bigint[], b: readonly bigint[]): bigint =>
    a.reduce((sum, x, i) => sum + x * b[i]!, 0n);
  const sum = (a: readonly bigint[]): bigint => a.reduce((total, x) => total + x, 0n);
  const s = {
    s1: mod(w1 + challenge * sum(r), q),
    s2: mod(w2 + challenge * dot(rHat, v), q),
    s3: mod(w3 + challenge * dot(r, u), q),
    s4: mod(w4 + challenge * dot(rPrime, u), q),
    shat: wHat.map((w, i) => mod(w + challenge * rHat[i]!, q)),
    sprime: wPrime.map((w, i) => mod(w + challenge * uPrime[i]!, q)),
  };
  return { after, proof: { t, s, c, chat } };
}

/** A uniform permutation of 0..n-1 (Fisher and Yates). */
function permutation(n: number, random: Random): number[] {
  const list = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const k = Number(randomBelow(BigInt(i + 1), random));
    [list[i], list[k]] = [list[k]!, list[i]!];
  }
  return list;
}
