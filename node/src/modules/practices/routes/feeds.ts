import { type Context, Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { atomFeed } from '../feed/atom.ts';
import type { Feed } from '../feed/feed.ts';
import { rssFeed } from '../feed/rss.ts';
import { filterParameters, readFilter } from '../filter.ts';
import { listPractices, nodeNames, readShownLogs } from '../read.ts';
import { word } from '../words.ts';

const ITEMS = 50;

/** Feeds of the list, narrowed as the list is; `?lang=` chooses the language. */
export function feedRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const formats = { atom: atomFeed, rss: rssFeed };
  for (const [name, write] of Object.entries(formats)) {
    app.get(`/practices/feed.${name}`, async (c) => {
      const body = write(await makeFeed(c, kernel));
      // `?lang=` is part of a feed's address and nothing to remember; a cookie would keep the feed out of every cache.
      c.header('Set-Cookie', undefined);
      return c.body(body, 200, { 'Content-Type': `application/${name}+xml; charset=utf-8` });
    });
  }
  return app;
}

async function makeFeed(c: Context<AppEnv>, kernel: Kernel): Promise<Feed> {
  const { page } = c.var;
  const filter = readFilter(c.req.query());
  const query = new URLSearchParams(filterParameters(filter));
  const listed = query.toString();
  query.set('lang', page.locale);
  const shown = await readShownLogs(kernel.db);
  const [{ items }, names] = await Promise.all([
    listPractices(kernel, shown, filter, { limit: ITEMS, after: null }),
    nodeNames(kernel),
  ]);
  return {
    node: kernel.identity.origin,
    name: kernel.identity.profile.name,
    title: page.t('practices.feed.title', { name: page.self.name }),
    subtitle: page.t('practices.list.lead'),
    locale: page.locale,
    page: listed === '' ? '/practices' : `/practices?${listed}`,
    self: `${c.req.path}?${query}`,
    names,
    topic: (code) => word(page, 'topic', code),
    items,
    now: page.now,
  };
}
