const SECONDS = 60;
const MOST = 1000;

/** Lets each name through once in a minute; remembers as many as memory is given to, the oldest going first. */
export class OnceAMinute {
  readonly #until = new Map<string, number>();

  /** `now` in seconds. */
  take(name: string, now: number): boolean {
    if (now < (this.#until.get(name) ?? 0)) return false;
    this.#until.delete(name);
    if (this.#until.size >= MOST) this.#until.delete(this.#until.keys().next().value as string);
    this.#until.set(name, now + SECONDS);
    return true;
  }
}
