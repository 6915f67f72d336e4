import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { readShownLogs } from '../../../kernel/log/shown-logs.ts';
import { listSubjects, readRoute, subjectSchema, subjectsJson } from '../../../kernel/subjects/index.ts';
import { pagedSchema } from '../../../kernel/web/api/schemas.ts';
import { anyParams, hostOf } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiRead } from '../../../kernel/web/api-route.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { filterQuery } from '../filter.ts';
import {
  commitmentJson,
  commitmentSchema,
  commitmentSummarySchema,
  planItemSchema,
  planJson,
  summaryJson,
} from '../json.ts';
import { listCommitments, loadCommitment, loadPlan } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';

export function readRoutes(kernel: Kernel): readonly ApiRoute[] {
  return [
    apiRead({
      method: 'get',
      path: '/commitments',
      summary: 'Commitments of this node and its partners, newest first; with q the best match first',
      query: filterQuery,
      result: pagedSchema(commitmentSummarySchema),
      shape: 'list',
      async handle({ query, page }) {
        const shown = await readShownLogs(kernel.db);
        const { items, next } = await listCommitments(kernel, shown, query, page);
        const [provenance, names] = await Promise.all([loadProvenance(kernel, items), nodeNames(kernel)]);
        return {
          result: { items: items.map((row) => summaryJson(row, provenance.get(row.jti), names)), next },
        };
      },
    }),
    apiRead({
      method: 'get',
      path: '/commitments/{origin}/{id}',
      summary: 'One commitment with its reports and assessments, and what follows from them',
      params: anyParams,
      result: commitmentSchema,
      async handle({ params }) {
        const item = await loadCommitment(kernel, hostOf(params.origin), params.id);
        if (item === null) throw new NotFound('commitment');
        return { result: commitmentJson(item, await nodeNames(kernel)), etag: item.commitment.latest };
      },
    }),
    apiRead({
      method: 'get',
      path: '/commitment-plans',
      summary: 'Plans of this node and its partners, newest first',
      result: pagedSchema(subjectSchema),
      shape: 'list',
      async handle({ page }) {
        return { result: await subjectsJson(kernel, await listSubjects(kernel, SUBJECTS.plan, page)) };
      },
    }),
    apiRead({
      method: 'get',
      path: '/commitment-plans/{origin}/{id}',
      summary: 'One plan at a glance: its commitments and where each stands',
      params: anyParams,
      result: planItemSchema,
      async handle({ params }) {
        const item = await loadPlan(kernel, hostOf(params.origin), params.id);
        if (item === null) throw new NotFound('plan');
        return { result: planJson(item, await nodeNames(kernel)), etag: item.plan.latest };
      },
    }),
    ...(['report', 'assessment', 'lead', 'reference'] as const).map((thing) =>
      readRoute(
        kernel,
        SUBJECTS[thing],
        `/commitment-${thing}s`,
        `One ${NAMES[thing]} in its latest version`,
      ),
    ),
  ];
}

const NAMES = {
  report: 'status report',
  assessment: 'assessment',
  lead: 'word of a node that it leads a commitment of another',
  reference: 'reference',
} as const;
