import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { countDrafts } from '../../../kernel/drafts/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { keptProvenance } from '../../../kernel/log/kept-provenance.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { pageRequest } from '../../../kernel/web/paging.ts';
import { representation } from '../../../kernel/web/representation.ts';
import { readFilter } from '../filter.ts';
import { practiceSummaryJson } from '../json.ts';
import { PRACTICE_FORM } from '../kinds.ts';
import { ListPage } from '../pages/list-page.tsx';
import { exportPractices, keptFacets, keptList, nodeNames, readShownLogs } from '../read.ts';

export function listRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();

  app.get('/practices', async (c) => {
    const { page } = c.var;
    const filter = readFilter(c.req.query());
    const request = pageRequest(c.req.query());
    const { format } = representation(c, 'practices', ['html', 'json']);
    const shown = await readShownLogs(kernel.db);
    const list = await keptList(kernel, shown, filter, request, page.locale);
    const [facets, provenance] = await Promise.all([
      keptFacets(kernel, shown, filter),
      keptProvenance(kernel, shown, list.items),
    ]);
    if (format === 'json') {
      const names = await nodeNames(kernel);
      const items = list.items.map((row) => practiceSummaryJson(row, provenance.get(row.jti), names));
      return c.json({ total: facets.total, items, next: list.next });
    }
    const first = request.after === null;
    const drafts = page.may('practices.publish')
      ? await countDrafts(kernel.db, c.var.actor, PRACTICE_FORM)
      : 0;
    return c.html(
      <ListPage
        page={page}
        filter={filter}
        list={list}
        provenance={provenance}
        facets={facets}
        first={first}
        drafts={drafts}
      />,
    );
  });

  // The whole as a file for exchange; the list for programs is above and in the API.
  app.get('/practices.json', (c) => {
    const filter = readFilter(c.req.query());
    c.header('Content-Type', 'application/json');
    c.header('Cache-Control', 'no-cache');
    return stream(c, async (out) => {
      for await (const piece of exportPractices(kernel, filter)) await out.write(piece);
    });
  });
  return app;
}
