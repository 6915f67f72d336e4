import { type Context, Hono } from 'hono';
import { writeCalendar } from '../../../kernel/calendar/index.ts';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { asked, hostIn, idIn } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { Gone, NotFound } from '../../../kernel/web/error.ts';
import { representation } from '../../../kernel/web/representation.ts';
import { ledgerCsv } from '../exchange/ledger-csv.ts';
import { milestoneDays } from '../exchange/milestones-calendar.ts';
import { callJson, ledgerOf, projectJson } from '../json.ts';
import { CallPage } from '../pages/call-page.tsx';
import { LedgerPage } from '../pages/ledger-page.tsx';
import { ProjectPage } from '../pages/project-page.tsx';
import { loadCall, loadProject } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';
import { pathsOf } from './open.ts';

/** One project with its ledger and calendar, and one call; as a page or as data. */
export function itemRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  for (const path of pathsOf(SUBJECTS.call)) app.get(path, (c) => call(c, kernel));
  for (const path of pathsOf(SUBJECTS.project)) {
    app.get(`${path}/:ledger{ledger(?:\\.[a-z]+)?}`, (c) => ledger(c, kernel));
    app.get(`${path}/milestones.ics`, (c) => milestones(c, kernel));
    app.get(path, (c) => project(c, kernel));
  }
  return app;
}

async function project(c: Context<AppEnv>, kernel: Kernel) {
  const { host, id, format } = asked(c, SUBJECTS.project);
  const item = await loadProject(kernel, host, id);
  if (item === null) throw new NotFound('project');
  const erased = item.project.state === 'erased';
  if (format === 'json') return c.json(projectJson(item, await nodeNames(kernel)), erased ? 410 : 200);
  if (erased) throw new Gone('project');
  return c.html(<ProjectPage page={c.var.page} item={item} />);
}

async function ledger(c: Context<AppEnv>, kernel: Kernel) {
  const { format } = representation(c, c.req.param('ledger') ?? '', ['html', 'json', 'csv']);
  const item = await readItem(c, kernel);
  if (format === 'json') return c.json(ledgerOf(item));
  if (format === 'csv') return c.body(ledgerCsv(item), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
  return c.html(<LedgerPage page={c.var.page} item={item} />);
}

async function milestones(c: Context<AppEnv>, kernel: Kernel) {
  const { page } = c.var;
  const item = await readItem(c, kernel);
  // As with feeds: `?lang=` is part of the address, and a cookie would keep it out of every cache.
  c.header('Set-Cookie', undefined);
  const name = pickText(item.project.body.title, page.locale).text;
  const calendar = writeCalendar({ name, days: milestoneDays(page, item) });
  return c.body(calendar, 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
}

async function readItem(c: Context<AppEnv>, kernel: Kernel) {
  const item = await loadProject(kernel, hostIn(c), idIn(c));
  if (item === null) throw new NotFound('project');
  if (item.project.state === 'erased') throw new Gone('project');
  return item;
}

async function call(c: Context<AppEnv>, kernel: Kernel) {
  const { host, id, format } = asked(c, SUBJECTS.call);
  const item = await loadCall(kernel, host, id);
  if (item === null) throw new NotFound('call');
  const erased = item.call.state === 'erased';
  if (format === 'json') return c.json(callJson(item, await nodeNames(kernel)), erased ? 410 : 200);
  if (erased) throw new Gone('call');
  return c.html(<CallPage page={c.var.page} item={item} />);
}
