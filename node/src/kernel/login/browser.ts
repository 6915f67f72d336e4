import type { Context } from 'hono';
import type { Kernel } from '../kernel.ts';
import { readCookie, writeCookie } from '../web/cookies.ts';
import { newSecret } from './steps.ts';

type Services = Pick<Kernel, 'identity'>;

const DAY_SECONDS = 86_400;
const YEAR_SECONDS = 31_536_000;

/** The secret that the steps of this browser's logins are bound to; undefined before the first. */
export function browserOf(c: Context, { identity }: Services): string | undefined {
  return readCookie(c, identity, 'login');
}

/** The same, made where there is none yet. */
export function markBrowser(c: Context, services: Services): string {
  const known = browserOf(c, services);
  if (known !== undefined) return known;
  const made = newSecret();
  writeCookie(c, services.identity, 'login', made, DAY_SECONDS);
  return made;
}

/** After a login its steps are over: the next person at this browser begins anew. */
export function forgetBrowser(c: Context, { identity }: Services): void {
  writeCookie(c, identity, 'login', '', 0);
}

/** Host of the home node that was chosen last in this browser, to be offered first. */
export function rememberedHome(c: Context, { identity }: Services): string | undefined {
  return readCookie(c, identity, 'home');
}

export function rememberHome(c: Context, { identity }: Services, host: string): void {
  writeCookie(c, identity, 'home', host, YEAR_SECONDS);
}
