import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { readShownLogs } from '../../../kernel/log/shown-logs.ts';
import { readRoute } from '../../../kernel/subjects/index.ts';
import { pagedSchema } from '../../../kernel/web/api/schemas.ts';
import { anyParams, hostOf } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiRead } from '../../../kernel/web/api-route.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { filterQuery } from '../filter.ts';
import { eventJson, eventSchema, eventSummarySchema, summaryJson } from '../json.ts';
import { listEvents, loadEvent } from '../read.ts';
import { OUTCOMES } from '../subjects.ts';

export function readRoutes(kernel: Kernel): readonly ApiRoute[] {
  return [
    apiRead({
      method: 'get',
      path: '/events',
      summary:
        'Events of this node and its partners: what is to come, the next first; `when=past`: the latest first',
      query: filterQuery,
      result: pagedSchema(eventSummarySchema),
      shape: 'list',
      async handle({ query, page }) {
        const shown = await readShownLogs(kernel.db);
        const { items, next } = await listEvents(kernel, shown, query, page);
        const [provenance, names] = await Promise.all([loadProvenance(kernel, items), nodeNames(kernel)]);
        return {
          result: { items: items.map((row) => summaryJson(row, provenance.get(row.jti), names)), next },
        };
      },
    }),
    apiRead({
      method: 'get',
      path: '/events/{origin}/{id}',
      summary: 'One event with every occurrence, how many have registered, and what came of it',
      params: anyParams,
      result: eventSchema,
      async handle({ params }) {
        const item = await loadEvent(kernel, hostOf(params.origin), params.id);
        if (item === null) throw new NotFound('event');
        return { result: eventJson(item, await nodeNames(kernel)), etag: item.event.latest };
      },
    }),
    readRoute(kernel, OUTCOMES, '/event-outcomes', 'One outcome of an event in its latest version'),
  ];
}
