import type { Kernel } from '../kernel.ts';
import { readKeysInLog, syncPartner } from '../trust/index.ts';
import type { Partner } from '../trust/trust-store.ts';

/** How often a partner is looked at anew where nothing happens. */
const EVERY_MS = 10 * 60_000;
/** How soon after the last time a key that nobody knows is asked about again. */
const UNKNOWN_EVERY_MS = 60_000;

/** Looks at a partner's keys when its log tells others, when something is signed with one that we do not know, and now and then. */
export class KeyWatch {
  readonly #kernel: Kernel;
  #seen: string | null | undefined;
  #at = Number.NEGATIVE_INFINITY;
  #askedAt = Number.NEGATIVE_INFINITY;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /** After each visit. */
  async look(partner: Partner): Promise<void> {
    const jti = (await readKeysInLog(this.#kernel, partner))?.jti ?? null;
    const now = performance.now();
    if (jti === this.#seen && now - this.#at < EVERY_MS) return;
    this.#seen = jti;
    this.#at = now;
    await syncPartner(this.#kernel, partner);
  }

  /** Where its checkpoint is signed by nobody we know. @returns whether we know more keys of it now */
  async unknownKey(partner: Partner): Promise<boolean> {
    const now = performance.now();
    if (now - this.#askedAt < UNKNOWN_EVERY_MS) return false;
    this.#askedAt = now;
    const { changes } = await syncPartner(this.#kernel, partner);
    return changes.some(({ use, added }) => use === 'log' && added.length > 0);
  }
}
