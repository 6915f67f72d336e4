/** What a WebAssembly kernel offers (kernel/index.ts); addresses are bytes of its memory. */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /** 0 where this processor cannot run the kernel. */
  works(): number;
  /** First byte that callers may use; bytes of a number; bits of R in Montgomery's form x * R. */
  free(): number;
  size(): number;
  radix(): number;
  /** Number of multiplications and squarings so far. */
  operations(): number;
  setModulus(modulus: number): void;
  multiply(to: number, a: number, b: number): void;
  square(to: number, a: number): void;
  limbsFromBytes(to: number, bytes: number, length: number): void;
  bytesFromLimbs(to: number, limbs: number, length: number): void;
  sharedPowers(
    to: number,
    base: number,
    exponents: number,
    count: number,
    length: number,
    window: number,
    one: number,
    work: number,
  ): void;
  secretPower(to: number, base: number, exponent: number, length: number, one: number, work: number): void;
  makeTables(table: number, base: number, bytes: number, work: number): void;
  multiplyByPower(to: number, table: number, exponent: number, bytes: number): void;
}

const PAGE = 65_536;

/** Hands out the kernel's memory and moves BigInts in and out of it. */
export class KernelMemory {
  readonly #kernel: KernelExports;
  readonly #bytes: number;
  readonly #staging: number;
  readonly #size: number;
  #next: number;

  /** `bytes`: length of the modulus. */
  constructor(kernel: KernelExports, bytes: number) {
    this.#kernel = kernel;
    this.#bytes = bytes;
    this.#size = kernel.size();
    this.#next = kernel.free();
    this.#staging = this.allocate(2 * bytes);
  }

  allocate(size: number): number {
    const at = this.#next;
    this.#next += Math.ceil(size / 16) * 16;
    const missing = this.#next - this.#kernel.memory.buffer.byteLength;
    if (missing > 0) this.#kernel.memory.grow(Math.ceil(missing / PAGE));
    return at;
  }

  numbers(count: number): number {
    return this.allocate(count * this.#size);
  }

  copy(to: number, number: number): void {
    new Uint8Array(this.#kernel.memory.buffer).copyWithin(to, number, number + this.#size);
  }

  clear(at: number, length: number): void {
    new Uint8Array(this.#kernel.memory.buffer, at, length).fill(0);
  }

  /** Writes an exponent as little-endian bytes. */
  putBytes(at: number, value: bigint, length: number): void {
    const view = new DataView(this.#kernel.memory.buffer, at, length);
    let hex = value.toString(16);
    if (hex.length > 2 * length) throw new RangeError('number is too long');
    hex = hex.padStart(2 * length, '0');
    // Eight bytes at a time, from the end of the text on: its last digits are the lowest bytes.
    for (let i = 0; i < length; i += 8) {
      const end = hex.length - 2 * i;
      view.setBigUint64(i, BigInt(`0x${hex.slice(Math.max(0, end - 16), end)}`), true);
    }
  }

  /** Writes a number below the modulus as limbs. */
  put(at: number, value: bigint): void {
    this.putBytes(this.#staging, value, this.#bytes);
    this.#kernel.limbsFromBytes(at, this.#staging, this.#bytes);
  }

  /** Reads a number of up to 8 bytes more than the modulus. */
  get(at: number): bigint {
    const length = this.#bytes + 8;
    this.#kernel.bytesFromLimbs(this.#staging, at, length);
    const view = new DataView(this.#kernel.memory.buffer, this.#staging, length);
    let hex = '0x';
    for (let i = length - 8; i >= 0; i -= 8) hex += view.getBigUint64(i, true).toString(16).padStart(16, '0');
    return BigInt(hex);
  }
}
