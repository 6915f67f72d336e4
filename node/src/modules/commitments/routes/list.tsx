import { Hono } from 'hono';
import type { Kernel } from '../../../kernel/kernel.ts';
import { keptProvenance } from '../../../kernel/log/kept-provenance.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { readShownLogs } from '../../../kernel/log/shown-logs.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { pageRequest } from '../../../kernel/web/paging.ts';
import { representation } from '../../../kernel/web/representation.ts';
import { filterQuery } from '../filter.ts';
import { summaryJson } from '../json.ts';
import { ListPage } from '../pages/list-page.tsx';
import { keptFacets, keptList } from '../read.ts';

/** All commitments, ours and the partners', in one list. */
export function listRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/commitments', async (c) => {
    const { page } = c.var;
    const filter = filterQuery.parse(c.req.query());
    const request = pageRequest(c.req.query());
    const { format } = representation(c, 'commitments', ['html', 'json']);
    const shown = await readShownLogs(kernel.db);
    const [list, facets] = await Promise.all([
      keptList(kernel, shown, filter, request, page.locale),
      keptFacets(kernel, shown, filter),
    ]);
    const provenance = await keptProvenance(kernel, shown, list.items);
    if (format === 'json') {
      const names = await nodeNames(kernel);
      return c.json({
        total: facets.counts.total,
        items: list.items.map((row) => summaryJson(row, provenance.get(row.jti), names)),
        next: list.next,
      });
    }
    return c.html(
      <ListPage
        page={page}
        filter={filter}
        list={list}
        provenance={provenance}
        facets={facets}
        first={request.after === null}
      />,
    );
  });
  return app;
}
