import { demand } from '../error.ts';
import type { Arithmetic } from '../group/arithmetic.ts';
import { mod } from '../group/modular.ts';
import type { Ciphertext } from '../proof/disjunction.ts';
import { commitmentText, listChallenges, shuffleChallenge } from './challenges.ts';
import { makeGenerators } from './generators.ts';
import type { Shuffle, ShuffleProof } from './shuffle.ts';

/**
 * Checks that a shuffle re-encrypted and permuted these lists and did nothing else.
 * @param before the lists of the ranking questions before this shuffle
 * @param y key of the election
 * @param fingerprint phi of the election
 * @throws Rejection `shuffle.shape`, `shuffle.not-in-group`, `shuffle.proof`
 */
export function checkShuffle(
  arithmetic: Arithmetic,
  y: bigint,
  fingerprint: string,
  before: readonly Ciphertext[][],
  shuffle: Shuffle,
): void {
  const fits = shuffle.ciphertexts.length === before.length && shuffle.proofs.length === before.length;
  demand(
    fits,
    'shuffle.shape',
    'A shuffle covers another number of questions than the election has to shuffle.',
  );
  before.forEach((list, i) => {
    checkOne(arithmetic, y, fingerprint, list, shuffle.ciphertexts[i]!, shuffle.proofs[i]!);
  });
}

function checkOne(
  arithmetic: Arithmetic,
  y: bigint,
  fingerprint: string,
  before: readonly Ciphertext[],
  after: readonly Ciphertext[],
  { t, s, c, chat }: ShuffleProof,
): void {
  const n = before.length;
  const fits = [after, t.that, s.shat, s.sprime, c, chat].every((list) => list.length === n);
  demand(fits, 'shuffle.shape', 'A shuffled list is longer or shorter than the list before.');
  const elements = [
    ...after.flatMap(({ alpha, beta }) => [alpha, beta]),
    ...[t.t1, t.t2, t.t3, t.t41, t.t42, ...t.that, ...c, ...chat],
  ];
  const members = elements.every((x) => arithmetic.isElement(x));
  demand(members, 'shuffle.not-in-group', 'A shuffle holds a number outside of the group of the election.');

  const { g, q } = arithmetic.group;
  const { product, multiply, power, invert } = bound(arithmetic);
  const { h, list: hs } = makeGenerators(arithmetic, n);
  const strC = commitmentText(before, after, c);
  const u = listChallenges(fingerprint, strC, n, q);
  const challenge = shuffleChallenge(fingerprint, t, strC, chat, y, q);
  const minus = mod(-challenge, q);

  const cbar = multiply(product(c), invert(product(hs)));
  const uProduct = u.reduce((acc, x) => mod(acc * x, q), 1n);
  const chatEnd = n === 0 ? h : chat[n - 1]!;
  const chatQ = multiply(chatEnd, invert(power(h, uProduct)));
  const ctilde = product(c.map((x, i) => power(x, u[i]!)));
  const a = product(before.map(({ alpha }, i) => power(alpha, u[i]!)));
  const b = product(before.map(({ beta }, i) => power(beta, u[i]!)));
  const gPower = (e: bigint): bigint => arithmetic.fixedPower(g, e);

  const holds =
    t.t1 === multiply(power(cbar, minus), gPower(s.s1)) &&
    t.t2 === multiply(power(chatQ, minus), gPower(s.s2)) &&
    t.t3 === product([power(ctilde, minus), gPower(s.s3), ...hs.map((x, i) => power(x, s.sprime[i]!))]) &&
    t.t41 ===
      product([
        power(b, minus),
        arithmetic.fixedPower(y, mod(-s.s4, q)),
        ...after.map(({ beta }, i) => power(beta, s.sprime[i]!)),
      ]) &&
    t.t42 ===
      product([
        power(a, minus),
        gPower(mod(-s.s4, q)),
        ...after.map(({ alpha }, i) => power(alpha, s.sprime[i]!)),
      ]) &&
    t.that.every((that, i) => {
      const previous = i === 0 ? h : chat[i - 1]!;
      return that === product([power(chat[i]!, minus), gPower(s.shat[i]!), power(previous, s.sprime[i]!)]);
    });
  demand(holds, 'shuffle.proof', 'A shuffle does not prove that it only mixed the ballots.');
}

function bound(arithmetic: Arithmetic) {
  return {
    product: (factors: readonly bigint[]) => arithmetic.product(factors),
    multiply: (x: bigint, y: bigint) => arithmetic.multiply(x, y),
    power: (x: bigint, e: bigint) => arithmetic.power(x, e),
    invert: (x: bigint) => arithmetic.invert(x),
  };
}
