import type { TrustDecision } from '@koinon/trust';

/** How long an entity that is not trusted is not asked for again, in seconds. */
export const REFUSAL_LIFETIME = 60;
const MOST = 1000;

/** Decisions against entities, remembered for a minute: as many as memory is given to, the oldest going first. */
export class Refusals {
  readonly #known = new Map<string, { decision: TrustDecision; until: number }>();

  of(entity: string, now: number): TrustDecision | null {
    const known = this.#known.get(entity);
    return known && now < known.until ? known.decision : null;
  }

  keep(entity: string, decision: TrustDecision, now: number): void {
    this.#known.delete(entity);
    if (this.#known.size >= MOST) this.#known.delete(this.#known.keys().next().value as string);
    this.#known.set(entity, { decision, until: now + REFUSAL_LIFETIME });
  }

  forget(entity: string): void {
    this.#known.delete(entity);
  }
}
