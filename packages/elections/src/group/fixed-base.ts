const WINDOW = 6n;
const SIZE = 1 << Number(WINDOW);
const MASK = BigInt(SIZE - 1);

/** Powers of one base by tables: one multiplication for every six bits of the exponent, no squaring. */
export class FixedBase {
  readonly #modulus: bigint;
  readonly #rows: bigint[][] = [];
  #next: bigint;
  readonly #windows: number;

  constructor(base: bigint, modulus: bigint, exponentBits: number) {
    this.#modulus = modulus;
    this.#next = base;
    this.#windows = Math.ceil(exponentBits / Number(WINDOW));
  }

  /** `exponent` is in [0, 2^exponentBits). */
  power(exponent: bigint): bigint {
    let acc = 1n;
    let rest = exponent;
    for (let window = 0; rest !== 0n; window++, rest >>= WINDOW) {
      if (window >= this.#windows) throw new RangeError('exponent is longer than its table');
      const digit = Number(rest & MASK);
      if (digit !== 0) acc = (acc * this.#row(window)[digit]!) % this.#modulus;
    }
    return acc;
  }

  // Rows are made when first needed: short exponents (votes, weights) never pay for the long ones.
  #row(window: number): bigint[] {
    while (this.#rows.length <= window) {
      const row = [1n];
      for (let i = 1; i < SIZE; i++) row.push((row[i - 1]! * this.#next) % this.#modulus);
      this.#next = (row[SIZE - 1]! * this.#next) % this.#modulus;
      this.#rows.push(row);
    }
    return this.#rows[window]!;
  }
}
