import { stringify } from 'csv-stringify/sync';
import { type Context, Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { idIn } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { RegistrationsPage } from '../pages/registrations-page.tsx';
import { listRegistrations, loadEvent } from '../read.ts';

const COLUMNS = ['name', 'attendance', 'state', 'email', 'home', 'registeredAt'] as const;

/** Who registered, for those who run the event: as a page, and to take along. */
export function registrationsRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/events/:id/registrations', async (c) => {
    const { item, registrations } = await load(c, kernel);
    return c.html(<RegistrationsPage page={c.var.page} item={item} registrations={registrations} />);
  });
  app.get('/events/:id/registrations.csv', async (c) => {
    const { registrations } = await load(c, kernel);
    const rows = registrations.map((one) => ({ ...one, registeredAt: one.registeredAt.toISOString() }));
    const text = stringify(rows, { header: true, columns: [...COLUMNS], bom: true, escape_formulas: true });
    return c.body(text, 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="registrations.csv"',
      'Cache-Control': 'no-store',
    });
  });
  return app;
}

/** @throws NotPermitted, NotFound */
async function load(c: Context<AppEnv>, kernel: Kernel) {
  const id = idIn(c);
  const registrations = await listRegistrations(kernel, c.var.actor, id);
  const item = await loadEvent(kernel, null, id);
  if (item === null || item.event.state === 'erased') throw new NotFound('event');
  return { item, registrations };
}
