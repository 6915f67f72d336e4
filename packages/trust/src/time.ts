import * as z from 'zod';
import { JwtError } from './error.ts';

/** Largest difference between two clocks that is let pass, in seconds. */
export const CLOCK_SKEW = 60;
/** Longest life of the statements we make, in seconds; a removed partner is gone after it at the latest. */
export const STATEMENT_LIFETIME = 86_400;
/** Part of its life after which a statement is fetched again. */
export const REFRESH_AT = 0.8;

/** Seconds since 1970. */
export const secondsSchema = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);

/**
 * Checks that a token is in its time at `now`, in seconds since 1970, give or take `CLOCK_SKEW`.
 *
 * @throws JwtError `lifetime-backwards`, `issued-in-future`, `expired`
 * @example checkTimes({ iat: 1000, exp: 2000 }, 2059)
 */
export function checkTimes({ iat, exp }: { iat: number; exp?: number | undefined }, now: number): void {
  if (exp !== undefined && exp <= iat) throw new JwtError('lifetime-backwards', 'exp is not after iat');
  if (iat > now + CLOCK_SKEW) throw new JwtError('issued-in-future', `iat is ${iat - now} s ahead`);
  if (exp !== undefined && now >= exp + CLOCK_SKEW)
    throw new JwtError('expired', `exp was ${now - exp} s ago`);
}

/**
 * When to fetch again what was fetched at `now` and lives until `exp`: at 80 % of what is left of its life, and of a day at
 * most. Seconds since 1970.
 *
 * @example refreshTime(0, 1000) // 800
 */
export function refreshTime(now: number, exp: number): number {
  const left = Math.min(Math.max(exp - now, 0), STATEMENT_LIFETIME);
  return now + Math.floor(left * REFRESH_AT);
}
