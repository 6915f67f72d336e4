import type { Hono } from 'hono';
import { FEED_ITEMS, feedRoutes } from '../../../kernel/feed/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { topicUri } from '../../../kernel/topics/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { filterParameters, readFilter } from '../filter.ts';
import { listPractices, readShownLogs } from '../read.ts';
import { word } from '../words.ts';

/** Feeds of the list. */
export function practiceFeeds(kernel: Kernel): Hono<AppEnv> {
  return feedRoutes(kernel, {
    list: '/practices',
    async read(c) {
      const { page } = c.var;
      const filter = readFilter(c.req.query());
      const shown = await readShownLogs(kernel.db);
      const { items } = await listPractices(kernel, shown, filter, { limit: FEED_ITEMS, after: null });
      return {
        title: page.t('practices.feed.title', { name: page.self.name }),
        subtitle: page.t('practices.list.lead'),
        parameters: filterParameters(filter),
        items: items.map(({ topics, ...item }) => ({
          ...item,
          categories: topics.map((code) => ({
            code,
            label: word(page, 'topic', code),
            uri: topicUri(code) ?? undefined,
          })),
        })),
      };
    },
  });
}
