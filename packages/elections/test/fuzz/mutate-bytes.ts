import type { Dice } from './dice.ts';

const BLOCK = 512;

type Mutation = (bytes: Buffer, dice: Dice) => Buffer;

const part = (bytes: Buffer, dice: Dice, most: number): [from: number, to: number] => {
  const from = dice.below(bytes.length + 1);
  return [from, Math.min(bytes.length, from + dice.below(most))];
};
const put = (bytes: Buffer, at: number, value: Uint8Array): Buffer => {
  const out = Buffer.from(bytes);
  if (at < out.length) out.set(value.subarray(0, out.length - at), at);
  return out;
};

const MUTATIONS: Record<string, Mutation> = {
  flip: (bytes, dice) => {
    const at = dice.below(bytes.length);
    return put(bytes, at, Buffer.from([bytes[at]! ^ (1 << dice.below(8))]));
  },
  byte: (bytes, dice) => put(bytes, dice.below(bytes.length), dice.bytes(1)),
  digit: (bytes, dice) => {
    const digits = [...bytes.keys()].filter((at) => bytes[at]! >= 0x30 && bytes[at]! <= 0x39);
    return put(bytes, dice.one(digits), Buffer.from(String(dice.below(10))));
  },
  header: (bytes, dice) =>
    put(bytes, dice.below(Math.ceil(bytes.length / BLOCK)) * BLOCK + dice.below(160), dice.bytes(1)),
  insert: (bytes, dice) => {
    const at = dice.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), dice.bytes(1 + dice.below(700)), bytes.subarray(at)]);
  },
  remove: (bytes, dice) => {
    const [from, to] = part(bytes, dice, 2000);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  repeat: (bytes, dice) => {
    const [from, to] = part(bytes, dice, 2000);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  'swap blocks': (bytes, dice) => {
    const blocks = Math.floor(bytes.length / BLOCK);
    const [a, b] = [dice.below(blocks) * BLOCK, dice.below(blocks) * BLOCK];
    const [one, other] = [bytes.subarray(a, a + BLOCK), bytes.subarray(b, b + BLOCK)];
    return put(put(bytes, a, other), b, one);
  },
  'drop blocks': (bytes, dice) => {
    const from = dice.below(Math.ceil(bytes.length / BLOCK)) * BLOCK;
    const to = from + (1 + dice.below(8)) * BLOCK;
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  copy: (bytes, dice) => {
    const [from, to] = part(bytes, dice, 1000);
    return put(bytes, dice.below(bytes.length), bytes.subarray(from, to));
  },
  zeros: (bytes, dice) => put(bytes, dice.below(bytes.length), Buffer.alloc(dice.below(1200))),
  cut: (bytes, dice) => bytes.subarray(0, dice.below(bytes.length)),
  'cut blocks': (bytes, dice) => bytes.subarray(0, dice.below(Math.ceil(bytes.length / BLOCK)) * BLOCK),
  append: (bytes, dice) => Buffer.concat([bytes, dice.bytes(1 + dice.below(1500))]),
};

/** Changes bytes of an archive at one to three places. @returns the new bytes, and what was done */
export function mutateBytes(archive: Uint8Array, dice: Dice): { bytes: Buffer; done: string } {
  let bytes: Buffer = Buffer.from(archive);
  const done: string[] = [];
  for (let left = 1 + dice.below(3); left > 0 && bytes.length > 0; left--) {
    const [name, mutation] = dice.one(Object.entries(MUTATIONS));
    bytes = mutation(bytes, dice);
    done.push(name);
  }
  return { bytes, done: done.join(', ') };
}
