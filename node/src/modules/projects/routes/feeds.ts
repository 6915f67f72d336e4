import { Hono } from 'hono';
import { FEED_ITEMS, type FeedItem, feedRoutes } from '../../../kernel/feed/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { SubjectRow } from '../../../kernel/subjects/index.ts';
import { topicUri, topicWord } from '../../../kernel/topics/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import { filterParameters, filterQuery } from '../filter.ts';
import { listFiltered, type ProjectItem } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';
import { pathsOf, projectIn } from './open.ts';

/** A feed of all projects, and one of each: what its members said, newest first. */
export function feeds(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.route(
    '/',
    feedRoutes(kernel, {
      list: '/projects',
      async read(c) {
        const { page } = c.var;
        const filter = filterQuery.parse(c.req.query());
        const newest = { limit: FEED_ITEMS, after: null };
        const { items } = await listFiltered(kernel, 'project', filter, newest);
        return {
          title: page.t('projects.feed.title', { name: page.self.name }),
          subtitle: page.t('projects.nav-about'),
          parameters: filterParameters(filter),
          items: items.map((row) => ({
            ...row,
            title: row.body.title,
            summary: row.body.summary,
            categories: row.body.topics.map((topic) => ({
              code: topic,
              label: topicWord(page.t, topic),
              uri: topicUri(topic) ?? undefined,
            })),
          })),
        };
      },
    }),
  );
  for (const path of pathsOf(SUBJECTS.project)) {
    app.route(
      '/',
      feedRoutes(kernel, {
        list: path,
        async read(c) {
          const { page } = c.var;
          const item = await projectIn(c, kernel);
          const { project } = item;
          const title = pickText(project.body.title, page.locale).text;
          const subtitle = pickText(project.body.summary, page.locale).text;
          return { list: project.path, title, subtitle, parameters: {}, items: newsOf(page, item) };
        },
      }),
    );
  }
  return app;
}

function newsOf(page: PageContext, item: ProjectItem): FeedItem[] {
  const { project, decisions, outputs, updates, calls } = item;
  const { title, summary } = project.body;
  const news = (row: SubjectRow, words: Pick<FeedItem, 'title' | 'summary'>): FeedItem => ({
    ...row,
    ...words,
    categories: [],
  });
  return [
    news(project, { title, summary }),
    ...decisions.map(({ decision }) =>
      news(decision, { title: decision.body.title, summary: decision.body.text }),
    ),
    ...outputs.map((row) => news(row, { title: row.body.title, summary: row.body.text ?? row.body.title })),
    ...updates.map((row) => news(row, { title: said(page, 'update', title), summary: row.body.text })),
    ...calls.map((row) => news(row, { title: row.body.title, summary: row.body.text })),
  ]
    .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
    .slice(0, FEED_ITEMS);
}

/** A headline in the reader's language, over a text that has none of its own. */
function said(page: PageContext, name: string, title: FeedItem['title']): FeedItem['title'] {
  const text = page.t(`projects.headline.${name}`, { title: pickText(title, page.locale).text });
  return { source: page.locale, [page.locale]: text };
}
