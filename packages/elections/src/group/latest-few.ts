/** Keeps what is costly to make for the keys that were asked for last. */
export class LatestFew<K, V> {
  readonly #kept = new Map<K, V>();
  readonly #most: number;
  readonly #make: (key: K, replaced: V | undefined) => V;

  /** `make` is given the value that has to go, so that it can use its memory. */
  constructor(most: number, make: (key: K, replaced: V | undefined) => V) {
    this.#most = most;
    this.#make = make;
  }

  get(key: K): V {
    const known = this.#kept.get(key);
    if (known !== undefined) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    let replaced: V | undefined;
    const oldest = this.#kept.entries().next();
    if (this.#kept.size >= this.#most && !oldest.done) {
      this.#kept.delete(oldest.value[0]);
      replaced = oldest.value[1];
    }
    const made = this.#make(key, replaced);
    this.#kept.set(key, made);
    return made;
  }
}
