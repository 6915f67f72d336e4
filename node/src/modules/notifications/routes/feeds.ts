import { type Context, Hono } from 'hono';
import { FEED_ITEMS, type FeedItem, feedRoutes } from '../../../kernel/feed/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Notice } from '../../../kernel/notices/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { idIn, proves } from '../addresses.ts';
import { followedQuery } from '../followed.ts';
import { thingName } from '../pages/thing-name.ts';
import { lately, newsFor, newsOf, readReader, thingOf } from '../read.ts';

/** News as feeds: of one thing, topic or country for everybody, and of all that a person follows at a secret address. */
export function newsFeeds(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  const open = feedRoutes(kernel, {
    list: '/notifications',
    async read(c) {
      const { subject, topic, node } = c.req.query();
      const named = followedQuery.safeParse({ subject, topic, node });
      const thing = named.success ? await thingOf(kernel, named.data) : null;
      if (thing === null) throw new NotFound('subject');
      const { page } = c.var;
      const title = thingName(page, thing);
      return {
        title: page.t('notifications.feed.title', { what: title, who: page.self.name }),
        subtitle: page.t('notifications.feed.about', { what: title }),
        parameters: { [thing.sort]: thing.value },
        items: itemsOf(page, await newsOf(kernel, thing, lately(kernel, FEED_ITEMS))),
      };
    },
  });
  const mine = feedRoutes(kernel, {
    list: '/notifications/mine/:secret',
    async read(c) {
      const { page } = c.var;
      const account = await ownerOf(c, kernel);
      return {
        list: '/notifications',
        title: page.t('notifications.feed.mine', { who: page.self.name }),
        subtitle: page.t('notifications.about'),
        parameters: {},
        items: itemsOf(page, await newsFor(kernel, account, lately(kernel, FEED_ITEMS))),
      };
    },
  });
  app.route('/', open);
  app.route('/', mine);
  return app;
}

/** Whose feed it is. @throws NotFound where the address was never made, or another took its place */
async function ownerOf(c: Context<AppEnv>, kernel: Kernel): Promise<string> {
  const secret = c.req.param('secret') ?? '';
  const id = idIn(secret);
  const reader = id === null ? null : await readReader(kernel.db, { id });
  if (reader === null || reader.feed_version === 0 || !proves(kernel, secret, 'feed', reader.feed_version)) {
    throw new NotFound('subject');
  }
  return reader.account;
}

function itemsOf(page: PageContext, news: readonly Notice[]): FeedItem[] {
  return news.map(({ jti, sub, path, node, own, message, title, at }) => {
    const text = page.t(message, { title: pickText(title, page.locale).text });
    const said = { source: page.locale, [page.locale]: text };
    // Each act is an entry of its own, though several are about one thing.
    const entry = { sub: `${sub}#${jti}`, path, node, own };
    return { ...entry, title: said, summary: said, publishedAt: at, updatedAt: at, categories: [] };
  });
}
