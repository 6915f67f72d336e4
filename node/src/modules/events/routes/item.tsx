import { type Context, Hono } from 'hono';
import { writeEvents } from '../../../kernel/calendar/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { asked, idOf, readSubjectRow, subjectJson } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { Gone, NotFound } from '../../../kernel/web/error.ts';
import { calendarEvents, calendarSessions } from '../formats/calendar.ts';
import { eventLinkedData } from '../formats/linked-data.ts';
import { eventJson } from '../json.ts';
import { EventPage } from '../pages/event-page.tsx';
import { askedZone } from '../pages/zone-picker.tsx';
import { type EventItem, loadEvent } from '../read.ts';
import { EVENTS, OUTCOMES } from '../subjects.ts';

/** One event: as a page, for calendars, as linked data, as JSON. What came of it stands on its page. */
export function itemRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const origin of ['', '/:origin{~[^/]+}']) {
    app.get(`/events${origin}/outcomes/:id`, (c) => outcome(c, kernel));
    app.get(`/events${origin}/:id`, (c) => event(c, kernel));
  }
  return app;
}

async function event(c: Context<AppEnv>, kernel: Kernel) {
  const { host, id, format } = asked(c, EVENTS, ['html', 'json', 'jsonld', 'ics']);
  const item = await loadEvent(kernel, host, id, c.var.actor);
  if (item === null) throw new NotFound('event');
  const erased = item.event.state === 'erased';
  if (format === 'json') return c.json(eventJson(item, await nodeNames(kernel)), erased ? 410 : 200);
  if (erased) throw new Gone('event');
  if (format === 'jsonld')
    return c.body(JSON.stringify(eventLinkedData(item)), 200, { 'Content-Type': 'application/ld+json' });
  if (format === 'ics') return await calendar(c, kernel, item);
  return c.html(<EventPage page={c.var.page} item={item} zone={askedZone(c.req.query('zone'))} />);
}

async function calendar(c: Context<AppEnv>, kernel: Kernel, { event: row }: EventItem) {
  const { page } = c.var;
  const words = { page, node: kernel.identity.origin, names: await nodeNames(kernel) };
  c.header('Set-Cookie', undefined);
  const text = writeEvents({
    name: pickText(row.body.title, page.locale).text,
    events: [...calendarEvents(row, words), ...calendarSessions(row, words)],
  });
  return c.body(text, 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
}

/** An outcome is read where its event is; without that, as its record. */
async function outcome(c: Context<AppEnv>, kernel: Kernel) {
  const { host, id, format } = asked(c, OUTCOMES);
  const row = await readSubjectRow(kernel, OUTCOMES, host, id);
  if (row === null) throw new NotFound('outcome');
  if (format === 'json') {
    const provenance = (await loadProvenance(kernel, [row])).get(row.jti);
    return c.json(subjectJson(row, provenance, await nodeNames(kernel)), row.state === 'erased' ? 410 : 200);
  }
  const target = row.state === 'live' ? idOf(EVENTS, row.body.event.sub) : null;
  const held = target === null ? null : await readSubjectRow(kernel, EVENTS, host, target);
  return c.redirect(held === null ? `/records/${row.jti}` : `${held.path}#outcome-${id}`, 303);
}
