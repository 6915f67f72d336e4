import { z } from 'zod';
import { langText } from '../../../kernel/i18n/lang-text.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { actSchema, pagedSchema } from '../../../kernel/web/api/schemas.ts';
import { madeAct, ownParams, pageOf } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiRead, apiWrite } from '../../../kernel/web/api-route.ts';
import { importOurs, publishWaiting } from '../commands.ts';
import { listWaiting } from '../read.ts';

const waitingSchema = z
  .object({
    id: z.uuid().describe('Of what it becomes once it is published.'),
    thing: z.enum(['plan', 'commitment']),
    title: langText(1000),
    file: z.string().describe('SHA-256 of the file that it came in.'),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'WaitingCommitment' });

/** A plan of our own out of a file: it waits, and each part is published by an act of its own. */
export function waitingRoutes(kernel: Kernel): readonly ApiRoute[] {
  return [
    apiWrite({
      method: 'post',
      path: '/commitment-waiting',
      summary: 'Take in a plan of this node from a file; nothing is published by it',
      permission: 'commitments.import',
      body: z.object({ text: z.string().min(1).describe('The file, as it is.') }),
      result: z.object({ commitments: z.int() }),
      run: (writing, { actor, body: { text } }) => importOurs(writing, actor, { text }),
      answer: (result) => ({ result, status: 201 }),
    }),
    apiRead({
      method: 'get',
      path: '/commitment-waiting',
      summary: 'What waits to be published, file by file, each in the order of its file',
      permission: 'commitments.publish',
      result: pagedSchema(waitingSchema),
      shape: 'list',
      async handle({ actor, page }) {
        require(actor, 'commitments.publish');
        const { items, next } = pageOf(await listWaiting(kernel), page);
        return {
          result: {
            items: items.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })),
            next,
          },
        };
      },
    }),
    apiWrite({
      method: 'post',
      path: '/commitment-waiting/{id}/publication',
      summary: 'Publish what waits as it stands in its file; the plan comes before its commitments',
      permission: 'commitments.publish',
      params: ownParams,
      result: actSchema,
      shape: 'act',
      run: (writing, { actor, params: { id } }) => publishWaiting(writing, actor, id),
      answer: madeAct,
    }),
  ];
}
