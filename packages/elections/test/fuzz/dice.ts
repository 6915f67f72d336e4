import { createHash } from 'node:crypto';

/** Numbers that look random and follow from a seed, so that a failure can be seen again. */
export class Dice {
  readonly #seed: string;
  #counter = 0;
  #bytes = Buffer.alloc(0);

  constructor(seed: string) {
    this.#seed = seed;
  }

  bytes = (count: number): Uint8Array => {
    while (this.#bytes.length < count) {
      const next = createHash('sha256')
        .update(`${this.#seed}|${this.#counter++}`)
        .digest();
      this.#bytes = Buffer.concat([this.#bytes, next]);
    }
    const taken = this.#bytes.subarray(0, count);
    this.#bytes = this.#bytes.subarray(count);
    return taken;
  };

  /** A whole number in [0, bound). */
  below(bound: number): number {
    return Buffer.from(this.bytes(6)).readUIntBE(0, 6) % bound;
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** True once in `times`. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }
}
