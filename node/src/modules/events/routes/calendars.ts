import { Hono } from 'hono';
import { writeEvents } from '../../../kernel/calendar/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { calendarEvents } from '../formats/calendar.ts';
import { eventsForCalendar } from '../read.ts';

/** The calendar to subscribe to: this node's events, or with `?from=alliance` those of its partners as well. */
export function calendarRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/events.ics', async (c) => {
    const { page } = c.var;
    const from = c.req.query('from') === 'alliance' ? 'alliance' : 'self';
    const [rows, names] = await Promise.all([eventsForCalendar(kernel, from), nodeNames(kernel)]);
    const words = { page, node: kernel.identity.origin, names };
    // As with feeds: `?lang=` is part of the address, and a cookie would keep it out of every cache.
    c.header('Set-Cookie', undefined);
    const text = writeEvents({
      name: page.t(`events.calendar.title-${from}`, { name: page.self.name }),
      events: rows.flatMap((row) => calendarEvents(row, words)),
    });
    return c.body(text, 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
  });
  return app;
}
