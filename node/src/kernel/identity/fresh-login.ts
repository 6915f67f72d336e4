import type { Login } from './session-row.ts';

const FRESH_MS = 3_600_000;

/**
 * Whether somebody logged in within the last hour: whoever finds a browser that was left open shall not take an account out,
 * nor a way into it.
 */
export function isFreshLogin(login: Login | null, now: Date): boolean {
  return login !== null && now.getTime() - login.at.getTime() < FRESH_MS;
}
