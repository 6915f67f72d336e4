import {
  anchorsAt,
  type ChainResult,
  type FetchAnswer,
  type FetchRequest,
  type OwnStatement,
  type Pin,
  type Resolution,
  resolveEntity,
} from '@koinon/trust';
import { unixSeconds } from '../clock.ts';
import type { Kernel } from '../kernel.ts';
import { askEntity, PASSING_FAILURES, STATEMENT_TIMEOUT_MS } from './ask-entity.ts';
import { dropChain, dueChains, keepChain, sweepChains } from './chain-cache.ts';
import { endedDecision } from './ended.ts';
import { JudgedChains } from './judged-chains.ts';
import { OnceAMinute } from './once-a-minute.ts';
import type { OwnEntity } from './own-entity.ts';
import { keepPinChanges } from './pins.ts';
import { Refusals } from './refusals.ts';
import { RequestPace } from './request-pace.ts';
import { SingleFlight } from './single-flight.ts';
import { hasEnded, readStandings, type Standing } from './standing.ts';

export interface ResolverSettings {
  timeoutMs: number;
  /** Requests in a second for entities that are not known yet, by this process. */
  perSecond: number;
}

export const RESOLVER_SETTINGS: ResolverSettings = { timeoutMs: STATEMENT_TIMEOUT_MS, perSecond: 30 };

/** Chains that one run of the job fetches again. */
const REFRESH_AT_ONCE = 100;

interface Services extends Pick<Kernel, 'db' | 'clock' | 'fetcher' | 'log'> {
  /** What we state about entities ourselves: that counts before anything is asked of others. */
  own?: Pick<OwnEntity, 'entityId' | 'jwks' | 'statementToResolve'>;
}

/** What is known of an entity without asking anybody. */
export interface Known {
  /** State of each partnership that there is or was with it. */
  partnerships: Standing['partnerships'];
  /** Null where nothing is kept that it could be judged by. */
  result: ChainResult | null;
}

/** What an entity's chain is held against. */
interface Trusted {
  pins: readonly Pin[];
  own: OwnStatement | null;
}

const PUT_OFF = { failure: 'too-many-asked' };

/** The decision on an entity for which there is no request left in this second. @throws InvalidEntityId */
function putOff(entity: string, now: number): ChainResult {
  const resolution = resolveEntity(entity, { pins: [], now });
  let step = resolution.next();
  while (!step.done) step = resolution.next(PUT_OFF);
  return { chain: null, decision: step.value.decision };
}

/**
 * Finds out whether an entity is to be trusted, and why: from the chain that was fetched before, checked again against the
 * pins of this moment, or by asking. Every request goes through the guarded client; an entity is asked for once at a time;
 * strangers together cause no more than so many requests in a second, and a refusal stands for a minute.
 */
export class TrustResolver {
  readonly #services: Services;
  readonly #settings: ResolverSettings;
  readonly #pace: RequestPace;
  readonly #refusals = new Refusals();
  readonly #lookedAgain = new OnceAMinute();
  readonly #judged = new JudgedChains();
  readonly #resolving = new SingleFlight<ChainResult>();
  readonly #asking = new SingleFlight<ChainResult>();

  constructor(services: Services, settings: ResolverSettings = RESOLVER_SETTINGS) {
    this.#services = services;
    this.#settings = settings;
    this.#pace = new RequestPace(services.clock, settings.perSecond);
  }

  /** @throws InvalidEntityId */
  async resolve(entity: string): Promise<ChainResult> {
    // From the first look into the cache on: who looked before it was filled must not ask again.
    return await this.#resolving.run(entity, () => this.#resolveNow(entity));
  }

  /** Judges entities by what is kept of them. Nobody is asked, but for a chain whose time to be fetched again has come. */
  async known(entities: readonly string[]): Promise<Map<string, Known>> {
    const standings = await this.#standings(entities);
    const judged = await Promise.all(
      [...standings].map(async ([entity, standing]): Promise<[string, Known]> => {
        return [entity, { partnerships: standing.partnerships, result: await this.#judge(entity, standing) }];
      }),
    );
    return new Map(judged);
  }

  async #resolveNow(entity: string): Promise<ChainResult> {
    const standing = await this.#standing(entity);
    const known = await this.#judge(entity, standing);
    if (known) return known;
    const now = unixSeconds(this.#services.clock);
    const refused = this.#refusals.of(entity, now);
    if (refused) return { chain: null, decision: refused };
    // A stranger who is put off costs no more than the look above.
    if (!this.#pace.isOpen()) return putOff(entity, now);
    return await this.#ask(entity, await this.#trusted(entity, standing), false);
  }

  async #standings(entities: readonly string[]): Promise<Map<string, Standing>> {
    const { db, clock, own } = this.#services;
    return await readStandings(db, entities, { issuer: own?.entityId ?? null, now: unixSeconds(clock) });
  }

  async #standing(entity: string): Promise<Standing> {
    return (await this.#standings([entity])).get(entity) as Standing;
  }

  async #trusted(entity: string, { pins, stated }: Standing): Promise<Trusted> {
    return { pins, own: stated ? ((await this.#services.own?.statementToResolve(entity)) ?? null) : null };
  }

  /** What is kept of an entity, held against the pins of this moment; null where that is nothing. */
  async #judge(entity: string, standing: Standing): Promise<ChainResult | null> {
    const { db, log, clock, own } = this.#services;
    const now = unixSeconds(clock);
    if (hasEnded(standing)) return { chain: null, decision: endedDecision(entity, now) };
    if (standing.chain === null) return null;
    const anchors = new Map(anchorsAt(standing.pins, now));
    if (own && standing.stated) anchors.set(own.entityId, own.jwks);
    const result = this.#judged.judge(entity, standing.chain.statements, { anchors, now });
    if (!result.chain) {
      // A pin is gone, or a key, or our own statement.
      await dropChain(db, entity);
      return null;
    }
    if (standing.chain.due && !this.#refusals.of(entity, now)) {
      this.#trusted(entity, standing)
        .then((trusted) => this.#ask(entity, trusted, true))
        .catch((error) => log.error({ err: error, entity }, 'refreshing trust failed'));
    }
    return result;
  }

  /** Fetches the chains again whose time has come, and forgets those that have expired. */
  async refreshDue(): Promise<void> {
    const { db, clock } = this.#services;
    const now = unixSeconds(clock);
    await sweepChains(db, now);
    for (const entity of await dueChains(db, now, REFRESH_AT_ONCE)) {
      await this.refresh(entity);
    }
  }

  /** Fetches the chain of a known entity again, whatever is kept of it. @throws InvalidEntityId */
  async refresh(entity: string): Promise<ChainResult> {
    const standing = await this.#standing(entity);
    if (hasEnded(standing))
      return { chain: null, decision: endedDecision(entity, unixSeconds(this.#services.clock)) };
    return await this.#ask(entity, await this.#trusted(entity, standing), true);
  }

  /**
   * Fetches the chain of a known entity again because something came signed with a key that it does not list; once a minute
   * at most, for anybody can name a key. @returns whether it did
   */
  async lookAgain(entity: string): Promise<boolean> {
    if (!this.#lookedAgain.take(entity, unixSeconds(this.#services.clock))) return false;
    await this.refresh(entity);
    return true;
  }

  /** Forgets a refusal, after what caused it was mended here. */
  forget(entity: string): void {
    this.#refusals.forget(entity);
  }

  async #ask(entity: string, trusted: Trusted, known: boolean): Promise<ChainResult> {
    return await this.#asking.run(entity, () => this.#askNow(entity, trusted, known));
  }

  async #askNow(entity: string, trusted: Trusted, known: boolean): Promise<ChainResult> {
    const { db, clock } = this.#services;
    const now = unixSeconds(clock);
    const { chain, decision, pins: after } = await this.#drive(entity, trusted, now, known);
    if (after !== trusted.pins) await keepPinChanges(db, trusted.pins, after, clock.now());
    if (chain) {
      this.#refusals.forget(entity);
      await keepChain(db, chain, now);
      return { chain, decision };
    }
    const cause = decision.reason?.cause ?? '';
    // A superior that does not answer takes nothing back; one that answers otherwise does.
    if (known && !PASSING_FAILURES.has(cause)) await dropChain(db, entity);
    if (cause !== PUT_OFF.failure) this.#refusals.keep(entity, decision, now);
    return { chain, decision };
  }

  async #drive(entity: string, trusted: Trusted, now: number, known: boolean): Promise<Resolution> {
    const resolution = resolveEntity(entity, { ...trusted, now });
    let step = resolution.next();
    while (!step.done) step = resolution.next(await this.#answer(step.value, known));
    return step.value;
  }

  async #answer(request: FetchRequest, known: boolean): Promise<FetchAnswer> {
    if (!known && !this.#pace.take()) return PUT_OFF;
    return await askEntity(this.#services.fetcher, request, this.#settings.timeoutMs);
  }
}
