/** Least non-negative residue of `a` modulo `m`. */
export function mod(a: bigint, m: bigint): bigint {
  const r = a % m;
  return r < 0n ? r + m : r;
}

/** `base` to the power of `exponent` (not negative) modulo `m`, by 4-bit windows. */
export function modPow(base: bigint, exponent: bigint, m: bigint): bigint {
  if (exponent < 0n) throw new RangeError('negative exponent');
  if (exponent === 0n) return 1n % m;
  const table = [1n, base % m];
  for (let i = 2; i < 16; i++) table.push((table[i - 1]! * table[1]!) % m);
  const digits = exponent.toString(16);
  let acc = table[Number.parseInt(digits[0]!, 16)]!;
  for (let i = 1; i < digits.length; i++) {
    acc = (acc * acc) % m;
    acc = (acc * acc) % m;
    acc = (acc * acc) % m;
    acc = (acc * acc) % m;
    const digit = Number.parseInt(digits[i]!, 16);
    if (digit !== 0) acc = (acc * table[digit]!) % m;
  }
  return acc;
}

/** Inverse of `a` modulo `m` (coprime), by the extended Euclidean algorithm. */
export function modInverse(a: bigint, m: bigint): bigint {
  let [r0, r1] = [mod(a, m), m];
  let [s0, s1] = [1n, 0n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [s0, s1] = [s1, s0 - quotient * s1];
  }
  if (r0 !== 1n) throw new RangeError('not invertible');
  return mod(s0, m);
}

/** Inverses of all of a list (coprime to `m`) at the price of one and three multiplications each (Montgomery's trick). */
export function invertAll(list: readonly bigint[], m: bigint): bigint[] {
  if (list.length === 0) return [];
  const before: bigint[] = [];
  let product = 1n;
  for (const x of list) {
    before.push(product);
    product = (product * x) % m;
  }
  let rest = modInverse(product, m);
  const inverses = new Array<bigint>(list.length);
  for (let i = list.length - 1; i >= 0; i--) {
    inverses[i] = (rest * before[i]!) % m;
    rest = (rest * list[i]!) % m;
  }
  return inverses;
}

/** Jacobi symbol (a/n) for odd positive n: 1, -1 or 0. */
export function jacobi(a: bigint, n: bigint): -1 | 0 | 1 {
  let [top, bottom] = [mod(a, n), n];
  let sign: -1 | 1 = 1;
  while (top !== 0n) {
    const zeros = trailingZeros(top);
    top >>= BigInt(zeros);
    const residue = bottom & 7n;
    if (zeros % 2 === 1 && (residue === 3n || residue === 5n)) sign = sign === 1 ? -1 : 1;
    [top, bottom] = [bottom, top];
    if ((top & 3n) === 3n && (bottom & 3n) === 3n) sign = sign === 1 ? -1 : 1;
    top %= bottom;
  }
  return bottom === 1n ? sign : 0;
}

function trailingZeros(x: bigint): number {
  let zeros = 0;
  for (let rest = x; ; rest >>= 30n) {
    const low = Number(rest & 0x3fffffffn);
    if (low !== 0) return zeros + 31 - Math.clz32(low & -low);
    zeros += 30;
  }
}
