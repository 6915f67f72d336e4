import type { Hono } from 'hono';
import { FEED_ITEMS, feedRoutes } from '../../../kernel/feed/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { readShownLogs } from '../../../kernel/log/shown-logs.ts';
import { topicUri, topicWord } from '../../../kernel/topics/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { filterParameters, filterQuery } from '../filter.ts';
import { listEvents } from '../read.ts';

/** Feeds of the list, in its order: what is to come, the next first. */
export function eventFeeds(kernel: Kernel): Hono<AppEnv> {
  return feedRoutes(kernel, {
    list: '/events',
    async read(c) {
      const { page } = c.var;
      const filter = filterQuery.parse(c.req.query());
      const shown = await readShownLogs(kernel.db);
      const { items } = await listEvents(kernel, shown, filter, { limit: FEED_ITEMS, after: null });
      return {
        title: page.t('events.feed.title', { name: page.self.name }),
        subtitle: page.t('events.nav-about'),
        parameters: filterParameters(filter),
        items: items.map(({ topics, ...item }) => ({
          ...item,
          categories: topics.map((code) => ({
            code,
            label: topicWord(page.t, code),
            uri: topicUri(code) ?? undefined,
          })),
        })),
      };
    },
  });
}
