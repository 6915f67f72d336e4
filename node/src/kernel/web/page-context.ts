import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { direction, type Locale } from '../i18n/locale.ts';
import { localeOf } from '../i18n/negotiate.ts';
import type { Actor } from '../identity/actor.ts';
import { can } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import type { AppEnv } from './app-env.ts';
import { readCookie, writeCookie } from './cookies.ts';
import { makeCsrfToken } from './csrf-token.ts';
import { selfFace } from './face.ts';
import { DOORS, type NavigationLink, type PageContext, type ThreadState } from './page.ts';

/** What pages need of the process, made once at start. */
export interface PageServices {
  kernel: Kernel;
  thread: () => Promise<ThreadState>;
  /** Path of the stylesheet. */
  stylesheet: string;
  navigation: readonly NavigationLink[];
}

const YEAR_SECONDS = 31_536_000;
const SCHEMES = ['auto', 'light', 'dark'] as const;

/** Doors of all modules, in the order of the doors. */
export function navigationOf(kernel: Pick<Kernel, 'modules'>): NavigationLink[] {
  const links = kernel.modules.modules.flatMap((module) => module.navigation ?? []);
  return DOORS.flatMap((door) => links.filter((link) => link.door === door));
}

/** Makes the `PageContext` of a request. Reads cookies and the thread; never fails because of the database. */
export async function makePage(
  c: Context<AppEnv>,
  services: PageServices,
  actor: Actor,
): Promise<PageContext> {
  const { kernel } = services;
  const locale = chooseLocale(c, kernel);
  const url = new URL(c.req.url);
  url.searchParams.delete('lang');
  url.searchParams.delete('scheme');
  const csrf = lazyCsrf(c, kernel);
  return {
    locale,
    dir: direction(locale),
    t: kernel.i18n.translator(locale),
    format: kernel.i18n.formats(locale),
    now: kernel.clock.now(),
    self: selfFace(kernel.identity),
    thread: await services.thread(),
    navigation: services.navigation,
    path: url.pathname,
    query: url.search,
    scheme: chooseScheme(c, kernel),
    person: personOf(actor, kernel.i18n.translator(locale)),
    may: (permission, resource) => can(actor, permission, resource),
    get csrf() {
      return csrf();
    },
    requestId: c.var.requestId,
    stylesheet: services.stylesheet,
    trialStorage: kernel.database.kind === 'pglite',
    demo: kernel.config.demo,
  };
}

/** How a page addresses who is signed in; guests have no name here. */
function personOf(actor: Actor, t: PageContext['t']): PageContext['person'] {
  switch (actor.type) {
    case 'staff':
      return { type: 'staff', name: actor.name };
    case 'person':
      return { type: 'person', name: actor.name ?? t('person.unnamed') };
    case 'guest':
      return { type: 'guest', name: t('person.guest', { host: new URL(actor.issuer).host }) };
    default:
      return null;
  }
}

function chooseLocale(c: Context<AppEnv>, kernel: Kernel): Locale {
  const asked = c.req.query('lang');
  const locale = kernel.i18n.negotiate(
    asked,
    readCookie(c, kernel.identity, 'lang'),
    c.req.header('accept-language'),
  );
  if (asked !== undefined && localeOf(asked) === locale) {
    writeCookie(c, kernel.identity, 'lang', locale, YEAR_SECONDS);
  }
  return locale;
}

function chooseScheme(c: Context<AppEnv>, kernel: Kernel): PageContext['scheme'] {
  const asked = SCHEMES.find((scheme) => scheme === c.req.query('scheme'));
  if (asked !== undefined) writeCookie(c, kernel.identity, 'scheme', asked, YEAR_SECONDS);
  return asked ?? SCHEMES.find((scheme) => scheme === readCookie(c, kernel.identity, 'scheme')) ?? 'auto';
}

/**
 * The token is made when a form first asks for it. A browser without a session or visit cookie then gets one with the
 * answer, and the answer is kept by no cache.
 */
function lazyCsrf(c: Context<AppEnv>, kernel: Kernel): () => string {
  let token: string | undefined;
  return () => {
    if (token !== undefined) return token;
    c.set('csrfUsed', true);
    token = makeCsrfToken(kernel.keys.secret('cookies'), csrfBinding(c, kernel) ?? newVisit(c));
    return token;
  };
}

/** What the forms of this browser are bound to: its session, else its visit; undefined before the first form. */
export function csrfBinding(c: Context<AppEnv>, kernel: Kernel): string | undefined {
  return readCookie(c, kernel.identity, 'session') ?? readCookie(c, kernel.identity, 'visit');
}

function newVisit(c: Context<AppEnv>): string {
  const visit = randomBytes(16).toString('base64url');
  c.set('newVisit', visit);
  return visit;
}
