import type { Hono } from 'hono';
import { FEED_ITEMS, feedRoutes } from '../../../kernel/feed/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { readShownLogs } from '../../../kernel/log/shown-logs.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { filterParameters, filterQuery } from '../filter.ts';
import { areaWord } from '../pages/words.ts';
import { listCommitments, withBodies } from '../read.ts';

/** Feeds of the list; an entry says what is promised. */
export function commitmentFeeds(kernel: Kernel): Hono<AppEnv> {
  return feedRoutes(kernel, {
    list: '/commitments',
    async read(c) {
      const { page } = c.var;
      const filter = filterQuery.parse(c.req.query());
      const shown = await readShownLogs(kernel.db);
      const newest = { limit: FEED_ITEMS, after: null };
      const { items } = await listCommitments(kernel, shown, filter, newest, page.locale);
      return {
        title: page.t('commitments.feed.title', { name: page.self.name }),
        subtitle: page.t('commitments.nav-about'),
        parameters: filterParameters(filter),
        items: (await withBodies(kernel, items)).map(({ areas, body, ...item }) => ({
          ...item,
          summary: body.what ?? body.problem ?? body.title,
          categories: areas.map((code) => ({ code, label: areaWord(page, code) })),
        })),
      };
    },
  });
}
