import type { Kernel } from '../../kernel/kernel.ts';
import type { ApiRoute } from '../../kernel/web/index.ts';

/** The routes of one module, as the page lists them. */
export interface RouteGroup {
  module: string;
  routes: ReadonlyArray<Pick<ApiRoute, 'method' | 'path' | 'summary' | 'permission'>>;
}

export function routeGroups(routes: ReadonlyArray<{ module: string; route: ApiRoute }>): RouteGroup[] {
  const groups = new Map<string, ApiRoute[]>();
  for (const { module, route } of routes) groups.set(module, [...(groups.get(module) ?? []), route]);
  return [...groups].map(([module, all]) => ({ module, routes: all }));
}

/** A code of a problem and the key of its sentence. */
export interface ErrorCode {
  code: string;
  message: string;
}

/** Every code that has a sentence: the kernel's, then the modules'. */
export function errorCodes({ i18n, modules }: Pick<Kernel, 'i18n' | 'modules'>): ErrorCode[] {
  const prefixes = ['error.', ...modules.modules.map(({ name }) => `${name}.error.`)];
  const codes = new Map<string, string>();
  for (const prefix of prefixes) {
    for (const message of i18n.keys(prefix)) {
      const code = message.slice(prefix.length);
      if (!codes.has(code)) codes.set(code, message);
    }
  }
  return [...codes].map(([code, message]) => ({ code, message })).sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Arguments with which the sentences are shown; a code that takes others shows them as they are. */
export const EXAMPLE_ARGUMENTS = new Proxy<Record<string, unknown>>(
  { max: 512, seconds: 30, minutes: 0, signedIn: 'yes', expected: 'application/json' },
  {
    get: (known, name) => (typeof name === 'string' ? (known[name] ?? `‹${name}›`) : undefined),
    has: () => true,
  },
);
