import { type Context, Hono } from 'hono';
import { momentOf, writeEvents } from '../../../kernel/calendar/index.ts';
import { FEED_ITEMS, feedRoutes } from '../../../kernel/feed/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { pathHere } from '../../../kernel/log/headline.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { titleOf, word } from '../pages/words.ts';
import { allianceIn, PLACES } from './at.ts';

/** What an alliance did, as a feed; its meetings, as a calendar. */
export function allianceFeeds(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const place of PLACES) {
    const below = `${place}/:slug`;
    app.get(`${below}/meetings.ics`, (c) => calendar(c, kernel));
    app.route('/', feedRoutes(kernel, { list: below, read: (c) => feed(c, kernel) }));
  }
  return app;
}

async function feed(c: Context<AppEnv>, kernel: Kernel) {
  const { page } = c.var;
  const { life } = await allianceIn(c, kernel);
  const { id, host } = life.alliance;
  const title = titleOf(page, life.alliance);
  const rows = [
    ...life.charters.map(({ row }) => ({
      row,
      title: row.body.title,
      summary: row.body.text,
      code: 'charter',
    })),
    ...life.declarations.map(({ row }) => ({
      ...{ row, title: row.body.title, summary: row.body.text, code: 'declaration' },
    })),
    ...life.groups.map(({ row }) => ({
      row,
      title: row.body.title,
      summary: row.body.mandate,
      code: 'group',
    })),
    ...life.meetings.map((row) => ({ row, title: row.body.title, summary: row.body.place, code: 'meeting' })),
    ...life.contributions.map((row) => ({
      row,
      title: row.body.title,
      summary: row.body.text,
      code: 'contribution',
    })),
  ].filter(({ row }) => row.state === 'live');
  rows.sort((a, b) => b.row.publishedAt.getTime() - a.row.publishedAt.getTime());
  return {
    title,
    subtitle: page.t('alliances.feed-about', { title }),
    parameters: {},
    list: life.alliance.path,
    listAt: (node: string) => pathHere(new URL(id).pathname, id, node === host.node),
    items: rows.slice(0, FEED_ITEMS).map(({ row, title: name, summary, code }) => ({
      ...row,
      title: name,
      summary: summary ?? name,
      categories: [{ code, label: page.t(`alliances.thing.${code}`) }],
    })),
  };
}

async function calendar(c: Context<AppEnv>, kernel: Kernel) {
  const { page } = c.var;
  const { life } = await allianceIn(c, kernel);
  const text = (of: Parameters<typeof pickText>[0] | undefined) =>
    of === undefined ? '' : pickText(of, page.locale).text;
  const events = life.meetings.map(({ id, node, path, version, publishedAt, updatedAt, body }) => ({
    uid: `${id}@${new URL(node).host}`,
    zone: body.zone,
    start: momentOf(body.start, body.zone),
    end: momentOf(body.end, body.zone),
    title: text(body.title),
    description: (body.agenda ?? []).map(({ title }) => text(title)).join('\n'),
    location: text(body.place) || (body.online ?? ''),
    url: kernel.identity.origin + path,
    categories: [word(page, 'level', body.level)],
    status: 'confirmed' as const,
    sequence: version - 1,
    publishedAt,
    updatedAt,
  }));
  // As with feeds: `?lang=` is part of the address, and a cookie would keep it out of every cache.
  c.header('Set-Cookie', undefined);
  const name = page.t('alliances.calendar-title', { title: titleOf(page, life.alliance) });
  return c.body(writeEvents({ name, events }), 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
}
