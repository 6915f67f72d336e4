import { type Context, Hono } from 'hono';
import type { Kernel } from '../kernel.ts';
import { nodeNames } from '../log/node-names.ts';
import type { AppEnv } from '../web/app-env.ts';
import { atomFeed } from './atom.ts';
import type { Feed, FeedItem } from './feed.ts';
import { rssFeed } from './rss.ts';

export const FEED_ITEMS = 50;

interface FeedSource {
  /** Path of the list, whose feeds are below it; may have parameters, and then `read` says which list it is. */
  list: string;
  /** The newest things that fit the query, and the parameters that say so. */
  read(c: Context<AppEnv>): Promise<{
    list?: string;
    title: string;
    subtitle: string;
    parameters: Readonly<Record<string, string>>;
    items: readonly FeedItem[];
    /** Path of the list at another node, where that is not `list`. */
    listAt?: (node: string) => string;
  }>;
}

const FORMATS = { atom: atomFeed, rss: rssFeed };

export function feedRoutes(kernel: Kernel, source: FeedSource): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const [name, write] of Object.entries(FORMATS)) {
    app.get(`${source.list}/feed.${name}`, async (c) => {
      const body = write(await makeFeed(c, kernel, source));
      // `?lang=` is part of a feed's address and nothing to remember; a cookie would keep the feed out of every cache.
      c.header('Set-Cookie', undefined);
      return c.body(body, 200, { 'Content-Type': `application/${name}+xml; charset=utf-8` });
    });
  }
  return app;
}

/** What the head of a page says of its feeds; `query` as the list has it. */
export function feedLinks(list: string, query: string, title: string) {
  return Object.keys(FORMATS).map((name) => ({
    type: `application/${name}+xml`,
    href: `${list}/feed.${name}${query === '' ? '' : `?${query}`}`,
    title,
  }));
}

async function makeFeed(c: Context<AppEnv>, kernel: Kernel, source: FeedSource): Promise<Feed> {
  const { page } = c.var;
  const [made, names] = await Promise.all([source.read(c), nodeNames(kernel)]);
  const { list = source.list, title, subtitle, parameters, items, listAt = () => list } = made;
  const query = new URLSearchParams(parameters);
  const listed = query.toString();
  query.set('lang', page.locale);
  return {
    node: kernel.identity.origin,
    name: kernel.identity.profile.name,
    title,
    subtitle,
    locale: page.locale,
    listAt,
    page: listed === '' ? list : `${list}?${listed}`,
    self: `${c.req.path}?${query}`,
    names,
    items,
    now: page.now,
  };
}
