import { Hono, type MiddlewareHandler } from 'hono';
import type { Kernel } from '../kernel.ts';
import { answerErrors } from './answer-error.ts';
import { mountApi } from './api/mount.ts';
import type { AppEnv } from './app-env.ts';
import { makeAssets, type StylesheetSource } from './assets.ts';
import { authenticate } from './authenticate.ts';
import { limitBodies } from './body-limit.ts';
import { checkHost } from './check-host.ts';
import { protectForms } from './csrf.ts';
import { NotFound } from './error.ts';
import type { ErrorPage } from './error-page.ts';
import { finishAnswers } from './finish.ts';
import { requireRoute } from './method-not-allowed.ts';
import { makePage, navigationOf, type PageServices } from './page-context.ts';
import { DEFAULT_RATE_LIMITS, limitRates, makeRateLimits, type RateLimitRules } from './rate-limits.ts';
import { identifyRequests } from './request-id.ts';
import { securityHeaders } from './security-headers.ts';
import { makeThread } from './thread.ts';
import { requireWellFormed } from './well-formed.ts';

export interface WebOptions {
  /** Draws error pages; comes from `ui` through `main.ts`. */
  errorPage: ErrorPage;
  /** `readStylesheet()` of `ui`. */
  stylesheet: StylesheetSource;
  /**
   * Endpoints for machines with their own headers and limits (log, witness, `/.well-known`, health, metrics, blobs). They
   * stand before sessions, forms, rate limits and compression; only the host check and the security headers come first.
   */
  // biome-ignore lint/suspicious/noExplicitAny: each has variables of its own
  machine?: readonly Hono<any>[];
  /** May refuse a request before anything else of the node answers. */
  gate?: MiddlewareHandler<AppEnv>;
  rateLimits?: Partial<RateLimitRules>;
}

/**
 * The web application of a node. Order matters: what must never wait stands first, what needs a person last.
 */
export async function createApp(kernel: Kernel, options: WebOptions): Promise<Hono<AppEnv>> {
  const assets = await makeAssets(kernel.identity, options.stylesheet);
  const services: PageServices = {
    kernel,
    thread: makeThread(kernel),
    stylesheet: assets.stylesheet,
    navigation: navigationOf(kernel),
  };
  const limits = makeRateLimits({ ...DEFAULT_RATE_LIMITS, ...options.rateLimits });
  const app = new Hono<AppEnv>();
  const answerError = answerErrors(services, options.errorPage);
  app.onError(answerError);
  app.notFound((c) => answerError(new NotFound('page'), c));

  app.use(identifyRequests(kernel));
  app.use(securityHeaders({ https: kernel.identity.origin.startsWith('https:') }));
  app.use(checkHost(kernel));
  if (options.gate) app.use(options.gate);
  for (const machine of options.machine ?? []) app.route('/', machine);
  app.route('/', assets.routes);

  app.use(finishAnswers(kernel));
  app.use(authenticate(kernel, limits));
  app.use(async (c, next) => {
    c.set('page', await makePage(c, services, c.var.actor));
    await next();
  });
  app.use(limitRates(limits, kernel.config.trustProxy));
  app.use(requireRoute(app));
  app.use(limitBodies(bodyLimitsOf(kernel)));
  app.use(requireWellFormed());
  mountApi(app, kernel);
  app.use(protectForms(kernel));
  for (const module of kernel.modules.modules) {
    if (module.routes !== undefined) app.route('/', module.routes(kernel));
  }
  return app;
}

function bodyLimitsOf(kernel: Kernel): Record<string, number> {
  return Object.assign({}, ...kernel.modules.modules.map((module) => module.bodyLimits ?? {}));
}
