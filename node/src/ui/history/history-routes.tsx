import type { Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { changesBetween } from '../../kernel/log/difference.ts';
import type { Version } from '../../kernel/log/history.ts';
import type { AppEnv } from '../../kernel/web/app-env.ts';
import { NotFound } from '../../kernel/web/error.ts';
import type { PageContext } from '../../kernel/web/page.ts';
import { ChangesPage } from './changes-page.tsx';
import { HistoryPage, type HistorySubject } from './history-page.tsx';
import { VersionPage } from './version-page.tsx';

/** What the pages of a history need of their subject. */
export interface Past<Body extends object = object> {
  subject: HistorySubject;
  /** Newest first. */
  versions: ReadonlyArray<Version<Body>>;
  /** Fields that people read, in their order. */
  fields: readonly string[];
  /** How a body is compared, where not field by field as it was signed. */
  compared?(body: Body): Readonly<Record<string, unknown>>;
  content(page: PageContext, body: Body): Child;
}

/** The versions of a subject at `path`, each as it read then, and what changed from one to the next. */
export function historyPages<Body extends object>(
  app: Hono<AppEnv>,
  path: string,
  load: (c: Context<AppEnv>) => Promise<Past<Body>>,
): void {
  app.get(path, async (c) => {
    const { subject, versions } = await load(c);
    return c.html(<HistoryPage page={c.var.page} subject={subject} versions={versions} />);
  });
  app.get(`${path}/:number{[0-9]{1,6}}`, async (c) => {
    const past = await load(c);
    const version = past.versions[placeOf(past, c)] as Version<Body>;
    return c.html(
      <VersionPage page={c.var.page} subject={past.subject} version={version}>
        {version.body !== null && past.content(c.var.page, version.body)}
      </VersionPage>,
    );
  });
  app.get(`${path}/:number{[0-9]{1,6}}/changes`, async (c) => {
    const past = await load(c);
    const at = placeOf(past, c);
    const [after, before] = past.versions.slice(at, at + 2);
    if (after === undefined || before === undefined) throw new NotFound('version');
    const compared = (body: Body | null): Readonly<Record<string, unknown>> =>
      body === null ? {} : (past.compared?.(body) ?? Object.fromEntries(Object.entries(body)));
    return c.html(
      <ChangesPage
        page={c.var.page}
        subject={past.subject}
        number={after.number}
        changes={changesBetween(compared(before.body), compared(after.body), past.fields)}
      />,
    );
  });
}

function placeOf({ versions }: { versions: ReadonlyArray<Version<unknown>> }, c: Context): number {
  const at = versions.findIndex((version) => version.number === Number(c.req.param('number')));
  if (at < 0) throw new NotFound('version');
  return at;
}
