import { type ChainResult, type TrustChain, validateChain } from './chain.ts';
import { type Asking, Climb, type Way } from './climb.ts';
import { Deliberation, type TrustStep } from './decision.ts';
import { isEntityId } from './entity-id.ts';
import { InvalidEntityId } from './error.ts';
import { type Budget, DEFAULT_BUDGET } from './fetch-plan.ts';
import type { Jwks } from './jwks.ts';
import type { Pin } from './pin.ts';
import type { EntityStatement } from './statement.ts';

/** What we state about the subject ourselves, where the two nodes trust each other with no anchor between them. */
export interface OwnStatement {
  entityId: string;
  jwks: Jwks;
  statement: string;
  configuration: string;
}

export interface ResolveOptions {
  pins: readonly Pin[];
  /** Seconds since 1970. */
  now: number;
  own?: OwnStatement | null;
  budget?: Partial<Budget>;
}

/** What came of a resolution. */
export interface Resolution extends ChainResult {
  /** The pins, with changes of keys that anchors announced by the way; the same object where nothing changed. */
  pins: readonly Pin[];
  requests: number;
}

class Resolver {
  readonly run = new Deliberation();
  readonly climb: Climb;
  readonly #options: ResolveOptions;
  readonly #budget: Budget;
  #refused: TrustStep | null = null;

  constructor(options: ResolveOptions) {
    this.#options = options;
    this.#budget = { ...DEFAULT_BUDGET, ...options.budget };
    this.climb = new Climb(this.run, options.pins, this.#budget, options.now);
  }

  /** Why there is no chain: what was wrong with one that reached an anchor, or where the last way ended. */
  get reason(): TrustStep | null {
    return this.#refused ?? this.climb.ended?.step ?? null;
  }

  #validate(statements: readonly (string | EntityStatement)[], own?: OwnStatement): TrustChain | null {
    const { anchors } = this.climb;
    const known = own ? new Map([...anchors, [own.entityId, own.jwks]]) : anchors;
    const { chain, decision } = validateChain(statements, { anchors: known, now: this.#options.now });
    this.run.steps.push(...decision.steps);
    this.#refused = decision.reason ?? this.#refused;
    return chain;
  }

  #hints({ top, entities }: Way): { pinned: string[]; unknown: string[] } {
    const all = [...new Set(top.claims.authority_hints ?? [])];
    const entity = top.claims.sub;
    const pinned = all.filter((hint) => this.climb.anchors.has(hint));
    const unknown = all.filter((hint) => !this.climb.anchors.has(hint) && !entities.includes(hint));
    const asked = unknown.slice(0, this.#budget.unknownHints);
    for (const hint of all.filter((hint) => entities.includes(hint))) {
      this.climb.end('loop', hint, 'loop', { from: entity });
    }
    if (all.length === 0) this.climb.end('authority-hints', entity, 'no-authority-hints');
    else {
      this.run.step('authority-hints', entity, { pinned, asked, leftOut: unknown.length - asked.length });
    }
    return { pinned, unknown: asked };
  }

  /** All ways that are one step longer, unless one of them reaches an anchor and holds. */
  *#level(ways: readonly Way[]): Asking<{ chain: TrustChain } | { next: Way[] }> {
    const open: [Way, string][] = [];
    for (const way of ways) {
      const { pinned, unknown } = this.#hints(way);
      for (const anchor of pinned) {
        const done = yield* this.climb.stepUp(way, anchor);
        const chain = done && this.#validate([...done.statements, done.top]);
        if (chain) return { chain };
      }
      open.push(...unknown.map((hint): [Way, string] => [way, hint]));
    }
    const next: Way[] = [];
    for (const [way, hint] of open) {
      const longer = yield* this.climb.stepUp(way, hint);
      if (longer) next.push(longer);
    }
    return { next };
  }

  *resolve(subject: string): Asking<TrustChain | null> {
    const leaf = yield* this.climb.configuration(subject);
    if (!leaf) return null;
    if (this.climb.anchors.has(subject)) return this.#validate([leaf]);
    const { own } = this.#options;
    const bilateral = own && this.#validate([leaf, own.statement, own.configuration], own);
    return bilateral || (yield* this.#climbFrom(leaf));
  }

  *#climbFrom(leaf: EntityStatement): Asking<TrustChain | null> {
    let ways: Way[] = [{ top: leaf, entities: [leaf.claims.sub], statements: [leaf] }];
    for (let depth = 1; ways.length > 0; depth++) {
      if (depth > this.#budget.depth) {
        return this.climb.end('budget', leaf.claims.sub, 'too-deep', { depth: this.#budget.depth });
      }
      const outcome = yield* this.#level(ways);
      if ('chain' in outcome) return outcome.chain;
      ways = outcome.next;
    }
    return null;
  }
}

/**
 * Finds a trust chain from an entity to a pinned anchor (OpenID Federation 1.1 section 10.1): a state machine that yields what
 * to fetch next and is given the answer, so that whoever drives it decides how requests are made. Our own statement about the
 * subject comes first, then superiors that are pinned, then unknown ones, the shortest way first; a way ends at the first
 * pinned anchor. Everything is bounded: requests, depth, unknown superiors per entity, bytes per answer.
 *
 * Never throws for what others answer.
 *
 * @throws InvalidEntityId where `subject` is no entity identifier
 * @example
 * const resolution = resolveEntity('https://node.example', { pins, now })
 * let step = resolution.next()
 * while (!step.done) step = resolution.next(await fetchStatement(step.value))
 * const { chain, decision } = step.value
 */
export function* resolveEntity(subject: string, options: ResolveOptions): Asking<Resolution> {
  if (!isEntityId(subject)) throw new InvalidEntityId(`${subject} is not an entity identifier`);
  const resolver = new Resolver(options);
  const chain = yield* resolver.resolve(subject);
  const { run, climb } = resolver;
  return {
    chain,
    decision: {
      subject,
      trusted: chain !== null,
      at: options.now,
      steps: run.steps,
      reason: chain ? null : resolver.reason,
    },
    pins: climb.pins,
    requests: climb.requests,
  };
}
