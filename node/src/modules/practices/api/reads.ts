import type { Kernel } from '../../../kernel/kernel.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { pagedSchema } from '../../../kernel/web/api/schemas.ts';
import { anyParams, hostOf, pageOf } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiRead } from '../../../kernel/web/api-route.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { filterQuery } from '../filter.ts';
import {
  adoptionJson,
  adoptionSchema,
  practiceJson,
  practiceSchema,
  practiceSummaryJson,
  practiceSummarySchema,
} from '../json.ts';
import { adoptionsOf, listPractices, nodeNames, readAdoption, readPractice, readShownLogs } from '../read.ts';

export function readRoutes(kernel: Kernel): readonly ApiRoute[] {
  return [
    apiRead({
      method: 'get',
      path: '/practices',
      summary: 'Practices of this node and its partners, newest first; with q the best match first',
      query: filterQuery,
      result: pagedSchema(practiceSummarySchema),
      shape: 'list',
      async handle({ query, page }) {
        const shown = await readShownLogs(kernel.db);
        const list = await listPractices(kernel, shown, query, page);
        const [provenance, names] = await Promise.all([
          loadProvenance(kernel, list.items),
          nodeNames(kernel),
        ]);
        const items = list.items.map((row) => practiceSummaryJson(row, provenance.get(row.jti), names));
        return { result: { items, next: list.next } };
      },
    }),
    apiRead({
      method: 'get',
      path: '/practices/{origin}/{id}',
      summary: 'One practice in its latest version',
      params: anyParams,
      result: practiceSchema,
      async handle({ params }) {
        const practice = await readPractice(kernel, hostOf(params.origin), params.id);
        if (practice === null) throw new NotFound('practice');
        const [provenance, names] = await Promise.all([
          loadProvenance(kernel, [practice]),
          nodeNames(kernel),
        ]);
        const result = practiceJson(practice, provenance.get(practice.jti) ?? null, names);
        return { result, etag: practice.latest };
      },
    }),
    apiRead({
      method: 'get',
      path: '/practices/{origin}/{id}/adoptions',
      summary: 'Who has adopted a practice, in all logs that this node holds, oldest first',
      params: anyParams,
      result: pagedSchema(adoptionSchema),
      shape: 'list',
      async handle({ params, page }) {
        const practice = await readPractice(kernel, hostOf(params.origin), params.id);
        if (practice === null) throw new NotFound('practice');
        const { items, next } = pageOf(await adoptionsOf(kernel, practice.sub), page);
        const [provenance, names] = await Promise.all([loadProvenance(kernel, items), nodeNames(kernel)]);
        return {
          result: { items: items.map((row) => adoptionJson(row, provenance.get(row.jti), names)), next },
        };
      },
    }),
    apiRead({
      method: 'get',
      path: '/practice-adoptions/{origin}/{id}',
      summary: 'One adoption in its latest version',
      params: anyParams,
      result: adoptionSchema,
      async handle({ params }) {
        const adoption = await readAdoption(kernel, hostOf(params.origin), params.id);
        if (adoption === null) throw new NotFound('adoption');
        const [provenance, names] = await Promise.all([
          loadProvenance(kernel, [adoption]),
          nodeNames(kernel),
        ]);
        return { result: adoptionJson(adoption, provenance.get(adoption.jti), names), etag: adoption.latest };
      },
    }),
  ];
}
