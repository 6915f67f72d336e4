import { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { actSchema, pagedSchema } from '../../../kernel/web/api/schemas.ts';
import { madeAct, ownParams, pageOf } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiRead, apiWrite } from '../../../kernel/web/api-route.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { importReference } from '../commands.ts';
import { subjectJson, subjectSchema } from '../json.ts';
import { listReferenceRows, listReferences, readSubjectRow } from '../read.ts';
import { referenceInput } from '../reference.ts';
import { withdrawing } from './acts.ts';

const word = z.string().trim().min(1).max(200).optional();

const rowSchema = z
  .object({
    row: z.int().describe('Place in the file, from 0.'),
    country: z.string(),
    plan: z.string(),
    number: z.string().nullable(),
    title: z.string(),
    lang: z.string(),
    theme: z.string().nullable(),
    areas: z.array(z.string()),
    completion: z.string().nullable(),
    star: z.boolean().nullable(),
    body: z.record(z.string(), z.unknown()).describe('What else this node understands of it.'),
  })
  .meta({ id: 'CommitmentReferenceRow' });

/** Files of others that are kept to compare with: apart from everything that a node promises. */
export function referenceRoutes(kernel: Kernel): readonly ApiRoute[] {
  return [
    apiWrite({
      method: 'post',
      path: '/commitment-references',
      summary:
        'Keep a public file of commitments to compare with; nothing of it becomes a promise of this node',
      permission: 'commitments.import',
      body: z.object({ reference: referenceInput, text: z.string().min(1).describe('The file, as it is.') }),
      result: actSchema,
      shape: 'act',
      run: (writing, { actor, body }) =>
        importReference(writing, actor, { text: body.text, body: body.reference }),
      answer: madeAct,
    }),
    withdrawing('reference', '/commitment-references', 'commitments.import', 'Stop showing a reference'),
    apiRead({
      method: 'get',
      path: '/commitment-references',
      summary: 'Files that this node and its partners keep to compare with',
      result: pagedSchema(subjectSchema),
      shape: 'list',
      async handle({ page }) {
        const { items, next } = pageOf(await listReferences(kernel), page);
        const [provenance, names] = await Promise.all([loadProvenance(kernel, items), nodeNames(kernel)]);
        return {
          result: { items: items.map((row) => subjectJson(row, provenance.get(row.jti), names)), next },
        };
      },
    }),
    apiRead({
      method: 'get',
      path: '/commitment-references/self/{id}/rows',
      summary: 'The commitments of a reference, in the order of its file',
      params: ownParams,
      query: z.object({ q: word, country: word, area: word, completion: word }),
      result: pagedSchema(rowSchema),
      shape: 'list',
      async handle({ params, query, page }) {
        const reference = await readSubjectRow(kernel, 'reference', null, params.id);
        if (reference?.state !== 'live') throw new NotFound('reference');
        return { result: await listReferenceRows(kernel, params.id, query, page) };
      },
    }),
  ];
}
