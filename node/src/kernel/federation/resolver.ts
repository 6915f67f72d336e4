import {
  anchorsAt,
  type ChainResult,
  type FetchAnswer,
  type FetchRequest,
  type Pin,
  type Resolution,
  resolveEntity,
  validateChain,
} from '@koinon/trust';
import { unixSeconds } from '../clock.ts';
import type { Kernel } from '../kernel.ts';
import { askEntity, PASSING_FAILURES, STATEMENT_TIMEOUT_MS } from './ask-entity.ts';
import { dropChain, dueChains, keepChain, readChain, sweepChains } from './chain-cache.ts';
import { keepPinChanges, readPins } from './pins.ts';
import { Refusals } from './refusals.ts';
import { RequestPace } from './request-pace.ts';

export interface ResolverSettings {
  timeoutMs: number;
  /** Requests in a second for entities that are not known yet, by this process. */
  perSecond: number;
}

export const RESOLVER_SETTINGS: ResolverSettings = { timeoutMs: STATEMENT_TIMEOUT_MS, perSecond: 30 };

/** Chains that one run of the job fetches again. */
const REFRESH_AT_ONCE = 100;

type Services = Pick<Kernel, 'db' | 'clock' | 'fetcher' | 'log'>;

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
  readonly #running = new Map<string, Promise<ChainResult>>();

  constructor(services: Services, settings: ResolverSettings = RESOLVER_SETTINGS) {
    this.#services = services;
    this.#settings = settings;
    this.#pace = new RequestPace(services.clock, settings.perSecond);
  }

  /** @throws InvalidEntityId */
  async resolve(entity: string): Promise<ChainResult> {
    const { db, clock, log } = this.#services;
    const now = unixSeconds(clock);
    const [cached, pins] = await Promise.all([readChain(db, entity, now), readPins(db)]);
    if (cached) {
      const result = validateChain(cached.statements, { anchors: anchorsAt(pins, now), now });
      if (result.chain) {
        if (cached.due && !this.#refusals.of(entity, now)) {
          this.#ask(entity, true).catch((error) =>
            log.error({ err: error, entity }, 'refreshing trust failed'),
          );
        }
        return result;
      }
      // What it was held against has changed: a pin is gone, or a key.
      await dropChain(db, entity);
    }
    const refused = this.#refusals.of(entity, now);
    return refused ? { chain: null, decision: refused } : await this.#ask(entity, false);
  }

  /** Fetches the chains again whose time has come, and forgets those that have expired. */
  async refreshDue(): Promise<void> {
    const { db, clock } = this.#services;
    const now = unixSeconds(clock);
    await sweepChains(db, now);
    for (const entity of await dueChains(db, now, REFRESH_AT_ONCE)) await this.#ask(entity, true);
  }

  /** Forgets a refusal, after what caused it was mended here. */
  forget(entity: string): void {
    this.#refusals.forget(entity);
  }

  async #ask(entity: string, known: boolean): Promise<ChainResult> {
    const running = this.#running.get(entity);
    if (running) return await running;
    const work = this.#askNow(entity, known).finally(() => this.#running.delete(entity));
    this.#running.set(entity, work);
    return await work;
  }

  async #askNow(entity: string, known: boolean): Promise<ChainResult> {
    const { db, clock } = this.#services;
    const pins = await readPins(db);
    const now = unixSeconds(clock);
    const { chain, decision, pins: after } = await this.#drive(entity, pins, now, known);
    if (after !== pins) await keepPinChanges(db, pins, after, clock.now());
    if (chain) {
      this.#refusals.forget(entity);
      await keepChain(db, chain, now);
      return { chain, decision };
    }
    const cause = decision.reason?.cause ?? '';
    // A superior that does not answer takes nothing back; one that answers otherwise does.
    if (known && !PASSING_FAILURES.has(cause)) await dropChain(db, entity);
    if (cause !== 'too-many-asked') this.#refusals.keep(entity, decision, now);
    return { chain, decision };
  }

  async #drive(entity: string, pins: readonly Pin[], now: number, known: boolean): Promise<Resolution> {
    const resolution = resolveEntity(entity, { pins, now });
    let step = resolution.next();
    while (!step.done) step = resolution.next(await this.#answer(step.value, known));
    return step.value;
  }

  async #answer(request: FetchRequest, known: boolean): Promise<FetchAnswer> {
    if (!known && !this.#pace.take()) return { failure: 'too-many-asked' };
    return await askEntity(this.#services.fetcher, request, this.#settings.timeoutMs);
  }
}
