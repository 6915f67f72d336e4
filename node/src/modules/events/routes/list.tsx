import { type Context, Hono } from 'hono';
import { countDrafts } from '../../../kernel/drafts/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { keptProvenance } from '../../../kernel/log/kept-provenance.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { readShownLogs } from '../../../kernel/log/shown-logs.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { pageRequest } from '../../../kernel/web/paging.ts';
import { representation } from '../../../kernel/web/representation.ts';
import { filterQuery } from '../filter.ts';
import { summaryJson } from '../json.ts';
import { EVENT_FORM } from '../kinds.ts';
import { ListPage } from '../pages/list-page.tsx';
import { askedZone } from '../pages/zone-picker.tsx';
import { countFacets, listEvents } from '../read.ts';

/** All events, ours and the partners', in one list; as a page or as JSON. */
export function listRoutes(kernel: Kernel): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.get('/events', (c) => list(c, kernel, 'events'));
  app.get('/events.json', (c) => list(c, kernel, 'events.json'));
  return app;
}

async function list(c: Context<AppEnv>, kernel: Kernel, segment: string) {
  const { page, actor } = c.var;
  const filter = filterQuery.parse(c.req.query());
  const request = pageRequest(c.req.query());
  const { format } = representation(c, segment, ['html', 'json']);
  const shown = await readShownLogs(kernel.db);
  const [found, facets] = await Promise.all([
    listEvents(kernel, shown, filter, request),
    countFacets(kernel, shown, filter),
  ]);
  const provenance = await keptProvenance(kernel, shown, found.items);
  if (format === 'json') {
    const names = await nodeNames(kernel);
    return c.json({
      total: facets.total,
      items: found.items.map((row) => summaryJson(row, provenance.get(row.jti), names)),
      next: found.next,
    });
  }
  return c.html(
    <ListPage
      page={page}
      filter={filter}
      list={found}
      provenance={provenance}
      facets={facets}
      zone={askedZone(c.req.query('zone'))}
      drafts={page.may('events.publish') ? await countDrafts(kernel.db, actor, EVENT_FORM) : 0}
      first={request.after === null}
    />,
  );
}
