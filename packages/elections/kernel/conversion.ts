import { LIMB, loadLimb, NUMBER, storeLimb } from './field';

const MASK: u64 = (<u64>1 << LIMB) - 1;

/** Turns bytes (little-endian, `length` of them) into limbs. */
export function limbsFromBytes(to: usize, bytes: usize, length: usize): void {
  memory.fill(to, 0, NUMBER);
  let held: u64 = 0;
  let bits: u64 = 0;
  let limb: usize = 0;
  for (let i: usize = 0; i < length; i++) {
    held |= <u64>load<u8>(bytes + i) << bits;
    bits += 8;
    if (bits >= LIMB) {
      storeLimb(to, limb++, held & MASK);
      held >>= LIMB;
      bits -= LIMB;
    }
  }
  storeLimb(to, limb, held);
}

/** Turns limbs into `length` bytes, little-endian. */
export function bytesFromLimbs(to: usize, limbs: usize, length: usize): void {
  let held: u64 = 0;
  let bits: u64 = 0;
  let limb: usize = 0;
  for (let i: usize = 0; i < length; i++) {
    if (bits < 8) {
      held |= loadLimb(limbs, limb++) << bits;
      bits += LIMB;
    }
    store<u8>(to + i, <u8>held);
    held >>= 8;
    bits -= 8;
  }
}
