import { type Context, Hono } from 'hono';
import { stream } from 'hono/streaming';
import { writeCalendar } from '../../../kernel/calendar/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { readShownLogs } from '../../../kernel/log/shown-logs.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { deadlinesOf } from '../calendar/deadlines.ts';
import { csvPieces, jsonPieces } from '../exchange/open-data.ts';
import { filterQuery } from '../filter.ts';
import { allCommitments, type WholeCommitment } from '../read.ts';

/** What the list's filters choose, whole: as data, and its deadlines as a calendar. */
export function downloadRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/commitments.json', async (c) => {
    const { names, batches } = await chosen(c, kernel);
    return pieces(c, 'application/json', jsonPieces(batches, names, headOf(kernel)));
  });
  app.get('/commitments.csv', async (c) => {
    const { names, batches } = await chosen(c, kernel);
    return pieces(c, 'text/csv; charset=utf-8', csvPieces(batches, names));
  });

  app.get('/commitments/deadlines.ics', async (c) => {
    const { page } = c.var;
    const { names, batches } = await chosen(c, kernel);
    const words = { page, node: kernel.identity.origin, names };
    const days = [];
    for await (const batch of batches) days.push(...batch.flatMap((item) => deadlinesOf(item, words)));
    // As with feeds: `?lang=` is part of the address, and a cookie would keep it out of every cache.
    c.header('Set-Cookie', undefined);
    const name = page.t('commitments.calendar.title', { name: page.self.name });
    return c.body(writeCalendar({ name, days }), 200, { 'Content-Type': 'text/calendar; charset=utf-8' });
  });
  return app;
}

async function chosen(c: Context<AppEnv>, kernel: Kernel) {
  const filter = filterQuery.parse(c.req.query());
  const [shown, names] = await Promise.all([readShownLogs(kernel.db), nodeNames(kernel)]);
  const batches: AsyncIterable<WholeCommitment[]> = allCommitments(kernel, shown, filter);
  return { names, batches };
}

function headOf({ identity, clock }: Kernel) {
  return { node: identity.origin, exportedAt: clock.now().toISOString() };
}

/** Piece by piece: the whole may be larger than memory should hold. */
function pieces(c: Context<AppEnv>, type: string, text: AsyncIterable<string>): Response {
  c.header('Content-Type', type);
  c.header('Cache-Control', 'no-cache');
  return stream(c, async (out) => {
    for await (const piece of text) await out.write(piece);
  });
}
