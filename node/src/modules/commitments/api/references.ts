import { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import {
  publishRoute,
  readSubjectRow,
  subjectSchema,
  subjectsJson,
  withdrawRoute,
} from '../../../kernel/subjects/index.ts';
import { pagedSchema } from '../../../kernel/web/api/schemas.ts';
import { ownParams, pageOf } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiRead } from '../../../kernel/web/api-route.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { importReference } from '../commands.ts';
import { listReferenceRows, listReferences } from '../read.ts';
import { referenceInput } from '../reference.ts';
import { SUBJECTS } from '../subjects.ts';

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
    publishRoute({
      path: '/commitment-references',
      summary:
        'Keep a public file of commitments to compare with; nothing of it becomes a promise of this node',
      permission: 'commitments.import',
      body: z.object({ reference: referenceInput, text: z.string().min(1).describe('The file, as it is.') }),
      run: (writing, actor, body) =>
        importReference(writing, actor, { text: body.text, body: body.reference }),
    }),
    withdrawRoute(
      SUBJECTS.reference,
      '/commitment-references',
      'commitments.import',
      'Stop showing a reference',
    ),
    apiRead({
      method: 'get',
      path: '/commitment-references',
      summary: 'Files that this node and its partners keep to compare with',
      result: pagedSchema(subjectSchema),
      shape: 'list',
      async handle({ page }) {
        return { result: await subjectsJson(kernel, pageOf(await listReferences(kernel), page)) };
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
        const reference = await readSubjectRow(kernel, SUBJECTS.reference, null, params.id);
        if (reference?.state !== 'live') throw new NotFound('reference');
        return { result: await listReferenceRows(kernel, params.id, query, page) };
      },
    }),
  ];
}
