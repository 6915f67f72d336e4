import type { Context, ErrorHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { KoinonError } from '../error.ts';
import { ANONYMOUS } from '../identity/actor.ts';
import { NotPermitted } from '../identity/error.ts';
import { allPermissions } from '../identity/permissions.ts';
import { rolesWith } from '../identity/roles.ts';
import type { AppEnv } from './app-env.ts';
import { MethodNotAllowed, TooManyRequests, Unavailable } from './error.ts';
import type { ErrorPage, ErrorPageInput } from './error-page.ts';
import { knownError } from './known-error.ts';
import { loggedPath } from './logged-path.ts';
import type { PageContext } from './page.ts';
import { makePage, type PageServices } from './page-context.ts';
import { makeProblem } from './problem.ts';
import { prefersHtml } from './representation.ts';
import { errorSentence } from './sentence.ts';
import { typedForm } from './typed-fields.ts';

/** Answers every error: a page for people, a problem for programs. Causes go to the log under the request's id. */
export function answerErrors(services: PageServices, errorPage: ErrorPage): ErrorHandler<AppEnv> {
  const { kernel } = services;
  return async (thrown, c) => {
    const error = knownError(thrown);
    report(c, services, error);
    const page: PageContext = c.var.page ?? (await makePage(c, services, c.var.actor ?? ANONYMOUS));
    setHeaders(c, error, page);
    const status = error.status as ContentfulStatusCode;
    if (!prefersHtml(c)) {
      return c.body(JSON.stringify(makeProblem(kernel, page, error)), status, {
        'Content-Type': 'application/problem+json',
      });
    }
    const sentence = errorSentence(kernel, page.t, error);
    const typed = await typedForm(c);
    const since = error.status === 503 ? kernel.health.unreadySince() : null;
    const input = {
      ...{ page, status: error.status, code: error.code, ...sentence },
      ...{ roles: rolesThatMay(services, page, error), since, typed },
    };
    try {
      return await c.html(errorPage(input), status);
    } catch (broken) {
      kernel.log.error({ requestId: c.var.requestId, err: broken }, 'the error page broke');
      return c.text(plainPage(input), status);
    }
  };
}

function rolesThatMay({ kernel }: PageServices, page: PageContext, error: KoinonError): string[] {
  if (!(error instanceof NotPermitted) || error.status !== 403) return [];
  if (!allPermissions(kernel.modules).includes(error.permission)) return [];
  return rolesWith(kernel.modules, error.permission).map((role) => page.t(`role.${role}`));
}

/** The last resort: the same words without any component, and still nothing of what was typed is lost. */
function plainPage({ page, title, text, typed }: ErrorPageInput): string {
  const fields = typed?.fields.map(([name, value]) => `${name}: ${value}`) ?? [];
  return [title, '', text, '', ...fields, '', page.requestId, ''].join('\n');
}

function report(c: Context<AppEnv>, { kernel }: PageServices, error: KoinonError): void {
  const path = loggedPath(c.req.path);
  const facts = { requestId: c.var.requestId, method: c.req.method, path, code: error.code };
  if (error.status >= 500)
    kernel.log.error({ ...facts, ...error.detail, err: error.cause ?? error }, 'request failed');
  else kernel.log.debug({ ...facts, ...error.detail, reason: error.message }, 'request refused');
}

function setHeaders(c: Context<AppEnv>, error: KoinonError, page: PageContext): void {
  c.header('Content-Language', page.locale);
  if (error.status === 401) {
    const invalid = error.code === 'bad-token' ? ', error="invalid_token"' : '';
    c.header('WWW-Authenticate', `Bearer realm="koinon"${invalid}`);
  }
  if (error instanceof MethodNotAllowed) c.header('Allow', error.allowed.join(', '));
  if (error instanceof TooManyRequests || error instanceof Unavailable) {
    c.header('Retry-After', String(error.retryAfter));
  }
}
