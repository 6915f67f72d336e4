/** Bytes of a digest that are compared: an accidental match among a million entries has a chance below 10^-16. */
const DIGEST = 12;
const SLOT = DIGEST + 4;

/**
 * A set of digests with a small number each, in flat memory: 32 to 64 bytes for an entry, where a `Map` of strings takes
 * several times that.
 */
export class DigestTable {
  #slots = new Uint8Array(1024 * SLOT);
  #numbers = new DataView(this.#slots.buffer);
  #count = 0;

  /** How many digests were put. */
  get size(): number {
    return this.#count;
  }

  /**
   * Puts `number` (1 to 2^32 - 1) where the digest is new.
   * @param digest at least 12 bytes, of SHA-256
   * @returns the number that stands there: another one where the digest was put before
   */
  put(digest: Uint8Array, number: number): number {
    if (2 * this.#count >= this.#slots.length / SLOT) this.#grow();
    const at = this.#find(this.#slots, this.#numbers, digest);
    const known = this.#numbers.getUint32(at + DIGEST);
    if (known !== 0) return known;
    this.#slots.set(digest.subarray(0, DIGEST), at);
    this.#numbers.setUint32(at + DIGEST, number);
    this.#count++;
    return number;
  }

  /** Replaces the number of a digest, or puts it. */
  set(digest: Uint8Array, number: number): void {
    this.put(digest, number);
    this.#numbers.setUint32(this.#find(this.#slots, this.#numbers, digest) + DIGEST, number);
  }

  /** The number of a digest; 0 where it was never put. */
  get(digest: Uint8Array): number {
    return this.#numbers.getUint32(this.#find(this.#slots, this.#numbers, digest) + DIGEST);
  }

  #find(slots: Uint8Array, numbers: DataView, digest: Uint8Array): number {
    const capacity = slots.length / SLOT;
    const start = ((digest[0]! << 24) | (digest[1]! << 16) | (digest[2]! << 8) | digest[3]!) >>> 0;
    for (let probe = 0; ; probe++) {
      const at = ((start + probe) % capacity) * SLOT;
      if (numbers.getUint32(at + DIGEST) === 0) return at;
      let same = true;
      for (let i = 0; i < DIGEST && same; i++) same = slots[at + i] === digest[i];
      if (same) return at;
    }
  }

  #grow(): void {
    const slots = new Uint8Array(this.#slots.length * 2);
    const numbers = new DataView(slots.buffer);
    for (let from = 0; from < this.#slots.length; from += SLOT) {
      if (this.#numbers.getUint32(from + DIGEST) === 0) continue;
      const entry = this.#slots.subarray(from, from + SLOT);
      slots.set(entry, this.#find(slots, numbers, entry));
    }
    this.#slots = slots;
    this.#numbers = numbers;
  }
}
