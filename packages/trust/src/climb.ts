import type { TrustAnchors } from './chain.ts';
import type { Deliberation, TrustStep, TrustStepCode } from './decision.ts';
import { configurationUrl, endpointSchema, fetchUrl } from './entity-id.ts';
import { TrustError } from './error.ts';
import { type Budget, type FetchAnswer, type FetchRequest, fetchRequest } from './fetch-plan.ts';
import { acceptKeys, anchorsAt, type Pin } from './pin.ts';
import { type EntityStatement, parseConfiguration, parseSubordinate } from './statement.ts';

/** A generator that asks for statements and comes back with something. */
export type Asking<T> = Generator<FetchRequest, T, FetchAnswer>;

/** A way up from the subject: its configuration, then a statement for each step. */
export interface Way {
  top: EntityStatement;
  entities: readonly string[];
  statements: readonly EntityStatement[];
}

/** Fetches, reads and remembers statements on the ways from a subject to the anchors. */
export class Climb {
  readonly #run: Deliberation;
  readonly #budget: Budget;
  readonly #now: number;
  readonly #read = new Map<string, EntityStatement | null>();
  #requests = 0;
  pins: readonly Pin[];
  anchors: TrustAnchors;
  /** Why the last way ended; one at a pinned anchor says most. */
  ended: { step: TrustStep; atAnchor: boolean } | null = null;

  constructor(run: Deliberation, pins: readonly Pin[], budget: Budget, now: number) {
    this.#run = run;
    this.#budget = budget;
    this.#now = now;
    this.pins = pins;
    this.anchors = anchorsAt(pins, now);
  }

  get requests(): number {
    return this.#requests;
  }

  end(code: TrustStepCode, entity: string, cause: string, data: TrustStep['data'] = {}): null {
    const step = this.#run.note(code, entity, cause, data);
    const atAnchor = this.anchors.has(entity);
    if (atAnchor || !this.ended?.atAnchor) this.ended = { step, atAnchor };
    return null;
  }

  /** Fetches and reads once; null, noted, where there is nothing that can be read. */
  *#ask(request: FetchRequest, read: (jws: string) => EntityStatement): Asking<EntityStatement | null> {
    const { kind, url, from, about } = request;
    // By who answers too: an entity that names another's endpoint as its own must not spoil the other's answer.
    const key = `${from} ${url}`;
    const known = this.#read.get(key);
    if (known !== undefined) return known;
    if (this.#requests >= this.#budget.requests) {
      return this.end('budget', from, 'too-many-requests', { requests: this.#requests, url });
    }
    this.#requests++;
    const answer = yield request;
    const code = kind === 'configuration' ? 'fetch-configuration' : 'fetch-statement';
    let statement: EntityStatement | null = null;
    if ('failure' in answer) this.end(code, from, answer.failure, { url, about });
    else {
      try {
        statement = read(answer.jws);
        this.#run.step(code, from, { url, about });
      } catch (error) {
        if (!(error instanceof TrustError)) throw error;
        this.end(code, from, error.code, { url, about, reason: error.message });
      }
    }
    this.#read.set(key, statement);
    return statement;
  }

  *configuration(entity: string): Asking<EntityStatement | null> {
    const request = fetchRequest('configuration', configurationUrl(entity), entity, entity);
    return yield* this.#ask(request, (jws) => parseConfiguration(jws, entity));
  }

  /** Takes over a change of keys that the pinned keys of an anchor vouch for. */
  #followAnchor(configuration: EntityStatement): boolean {
    const entity = configuration.claims.sub;
    const pin = this.pins.find(({ entityId }) => entityId === entity);
    if (!pin || !this.anchors.has(entity)) return true;
    try {
      const next = acceptKeys(pin, configuration.jws, this.#now);
      if (next === pin) return true;
      this.pins = this.pins.map((other) => (other === pin ? next : other));
      this.anchors = anchorsAt(this.pins, this.#now);
      const listed = next.keys.map(({ jwk, until }) => ({ kid: jwk.kid, until }));
      this.#run.step('anchor-keys', entity, { listed });
      return true;
    } catch (error) {
      if (!(error instanceof TrustError)) throw error;
      this.end('anchor-keys', entity, error.code, { reason: error.message });
      // What is merely old or signed by a retiring key changes nothing, and may still verify.
      return error.code === 'stale' || error.code === 'retiring-key';
    }
  }

  /** One step up: the superior's configuration, then its statement about whoever is on top. */
  *stepUp(way: Way, superior: string): Asking<Way | null> {
    const subject = way.top.claims.sub;
    const configuration = yield* this.configuration(superior);
    if (!configuration || !this.#followAnchor(configuration)) return null;
    const endpoint = configuration.claims.metadata?.federation_entity?.federation_fetch_endpoint;
    const read = endpointSchema.safeParse(endpoint);
    if (!read.success) return this.end('dead-end', superior, 'no-fetch-endpoint');
    const jwks = this.anchors.get(superior) ?? configuration.claims.jwks;
    const request = fetchRequest('statement', fetchUrl(read.data, subject), superior, subject);
    const statement = yield* this.#ask(request, (jws) =>
      parseSubordinate(jws, { issuer: superior, subject, jwks }),
    );
    if (!statement) return null;
    return {
      top: configuration,
      entities: [...way.entities, superior],
      statements: [...way.statements, statement],
    };
  }
}
