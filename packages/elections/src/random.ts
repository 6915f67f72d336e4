/** A source of random bytes, given by the caller: `crypto.randomBytes` or `crypto.getRandomValues`. Must be cryptographically strong. */
export type Random = (bytes: number) => Uint8Array;

/** A uniform integer in [0, bound), by rejection. */
export function randomBelow(bound: bigint, random: Random): bigint {
  const bits = (bound - 1n).toString(2).length;
  const bytes = Math.ceil(bits / 8);
  const mask = (1n << BigInt(bits)) - 1n;
  for (;;) {
    let value = 0n;
    for (const byte of random(bytes)) value = (value << 8n) | BigInt(byte);
    value &= mask;
    if (value < bound) return value;
  }
}

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Uniform characters of the base58 alphabet. */
export function randomBase58(length: number, random: Random): string {
  let text = '';
  for (let i = 0; i < length; i++) text += BASE58[Number(randomBelow(58n, random))]!;
  return text;
}

/** Value of a base58 character; -1 where it is none. */
export function base58Value(character: string): number {
  return character.length === 1 ? BASE58.indexOf(character) : -1;
}
