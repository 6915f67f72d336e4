import { FREE, multiply, NUMBER, setModulus } from './montgomery';

export { multiply, setModulus };

/** First byte of memory that callers may use. */
export function free(): usize {
  return FREE;
}

/** Turns bytes (little-endian, `length` of them) into 28-bit limbs. */
export function limbsFromBytes(to: usize, bytes: usize, length: usize): void {
  let held: u64 = 0;
  let bits: u64 = 0;
  let limb: usize = 0;
  for (let i: usize = 0; i < length; i++) {
    held |= <u64>load<u8>(bytes + i) << bits;
    bits += 8;
    if (bits >= 28) {
      store<u32>(to + 4 * limb, <u32>(held & 0xfffffff));
      limb++;
      held >>= 28;
      bits -= 28;
    }
  }
  store<u32>(to + 4 * limb, <u32>held);
  limb++;
  memory.fill(to + 4 * limb, 0, NUMBER - 4 * limb);
}

/** Turns limbs into `length` bytes, little-endian. */
export function bytesFromLimbs(to: usize, limbs: usize, length: usize): void {
  let held: u64 = 0;
  let bits: u64 = 0;
  let limb: usize = 0;
  for (let i: usize = 0; i < length; i++) {
    if (bits < 8) {
      held |= <u64>load<u32>(limbs + 4 * limb) << bits;
      limb++;
      bits += 28;
    }
    store<u8>(to + i, <u8>held);
    held >>= 8;
    bits -= 8;
  }
}

/** Digit `i` of four bits of an exponent in bytes, little-endian. */
@inline
function digitAt(exponent: usize, i: usize): usize {
  const byte = <usize>load<u8>(exponent + (i >> 1));
  return (i & 1) == 0 ? byte & 15 : byte >> 4;
}

/**
 * `count` powers of one base on one chain of squarings (Yao): each exponent has 15 buckets, one for each digit of four bits.
 * `work`: room for 1 + 15 * count numbers. `exponents`: `length` bytes each, little-endian. `to`: `count` numbers.
 * `one`: the number one in Montgomery form.
 */
export function sharedPowers(
  to: usize,
  base: usize,
  exponents: usize,
  count: usize,
  length: usize,
  one: usize,
  work: usize,
): void {
  const chain = work;
  const buckets = work + NUMBER;
  memory.copy(chain, base, NUMBER);
  for (let i: usize = 0; i < 15 * count; i++) memory.copy(buckets + i * NUMBER, one, NUMBER);
  const digits: usize = length << 1;
  for (let i: usize = 0; i < digits; i++) {
    for (let e: usize = 0; e < count; e++) {
      const digit = digitAt(exponents + e * length, i);
      if (digit != 0) {
        const bucket = buckets + (15 * e + digit - 1) * NUMBER;
        multiply(bucket, bucket, chain);
      }
    }
    if (i + 1 < digits) {
      multiply(chain, chain, chain);
      multiply(chain, chain, chain);
      multiply(chain, chain, chain);
      multiply(chain, chain, chain);
    }
  }
  for (let e: usize = 0; e < count; e++) combine(to + e * NUMBER, buckets + 15 * e * NUMBER, chain);
}

/** to = product of bucket_d^d: the running product from the highest digit down, multiplied up. */
function combine(to: usize, buckets: usize, running: usize): void {
  memory.copy(running, buckets + 14 * NUMBER, NUMBER);
  memory.copy(to, running, NUMBER);
  for (let d: isize = 13; d >= 0; d--) {
    multiply(running, running, buckets + <usize>d * NUMBER);
    multiply(to, to, running);
  }
}

/** Tables for `bytes` windows of eight bits: 255 powers of base^(256^i) each. */
export function makeTables(table: usize, base: usize, bytes: usize, work: usize): void {
  memory.copy(work, base, NUMBER);
  let at = table;
  for (let i: usize = 0; i < bytes; i++) {
    memory.copy(at, work, NUMBER);
    for (let d: usize = 1; d < 255; d++) multiply(at + d * NUMBER, at + (d - 1) * NUMBER, work);
    multiply(work, work, at + 254 * NUMBER);
    at += 255 * NUMBER;
  }
}

/** Multiplies `to` by a power of the base of `table`: one multiplication a byte of the exponent. */
export function multiplyByPower(to: usize, table: usize, exponent: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i++) {
    const digit = <usize>load<u8>(exponent + i);
    if (digit != 0) multiply(to, to, table + (255 * i + digit - 1) * NUMBER);
  }
}
