import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { actorId } from '../identity/actor.ts';
import type { AppEnv } from './app-env.ts';
import { clientAddress } from './client-address.ts';
import { TooManyRequests } from './error.ts';

/** How many of each within how many seconds; per process, in memory. */
export interface RateLimitRules {
  /** Tries to sign in, by address. */
  signIn: { points: number; seconds: number };
  /** Forms of one person, or of one address where nobody is signed in. */
  write: { points: number; seconds: number };
  /** Writes of one token through the API. */
  apiWrite: { points: number; seconds: number };
  /** Answers from 400 on, by address. */
  failure: { points: number; seconds: number };
}

export const DEFAULT_RATE_LIMITS: RateLimitRules = {
  signIn: { points: 10, seconds: 15 * 60 },
  write: { points: 120, seconds: 60 },
  apiWrite: { points: 1200, seconds: 60 },
  failure: { points: 240, seconds: 60 },
};

export interface RateLimits {
  /** Counts one; @throws TooManyRequests */
  take(rule: keyof RateLimitRules, key: string): Promise<void>;
  /** Whether the key is over its limit, without counting. */
  check(rule: keyof RateLimitRules, key: string): Promise<void>;
  /** Forgets what was counted: a person who signed in starts anew. */
  forget(rule: keyof RateLimitRules, key: string): Promise<void>;
}

export function makeRateLimits(rules: RateLimitRules): RateLimits {
  const make = ({ points, seconds }: { points: number; seconds: number }) =>
    new RateLimiterMemory({ points, duration: seconds });
  const limiters = {
    signIn: make(rules.signIn),
    write: make(rules.write),
    apiWrite: make(rules.apiWrite),
    failure: make(rules.failure),
  };
  const refuse = (state: RateLimiterRes) =>
    new TooManyRequests(Math.max(1, Math.ceil(state.msBeforeNext / 1000)));
  return {
    async take(rule, key) {
      try {
        await limiters[rule].consume(key);
      } catch (state) {
        throw state instanceof RateLimiterRes ? refuse(state) : state;
      }
    },
    async check(rule, key) {
      const state = await limiters[rule].get(key);
      if (state !== null && state.consumedPoints > rules[rule].points) throw refuse(state);
    },
    async forget(rule, key) {
      await limiters[rule].delete(key);
    },
  };
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Limits writes and failed requests. Mounted behind the machine endpoints, so it never stands before an immutable file
 * or `add-checkpoint`.
 */
export function limitRates(limits: RateLimits, trustProxy: boolean): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const address = clientAddress(c, trustProxy);
    await limits.check('failure', address);
    if (!SAFE.has(c.req.method)) {
      const { actor } = c.var;
      const key = actor.type === 'anonymous' ? address : actorId(actor);
      await limits.take(c.var.bearer ? 'apiWrite' : 'write', key);
    }
    await next();
    if (c.res.status >= 400 && c.res.status < 500 && c.res.status !== 429) {
      await limits.take('failure', address).catch(() => {});
    }
  };
}
