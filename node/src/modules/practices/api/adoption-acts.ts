import { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import { actSchema } from '../../../kernel/web/api/schemas.ts';
import { type ApiRoute, apiRoute } from '../../../kernel/web/api-route.ts';
import { adoptionPath } from '../address.ts';
import { adoptionInput } from '../adoption.ts';
import { adopt, reviseAdoption, withdrawAdoption } from '../commands.ts';
import { ownParams, revising, withdrawal } from './shapes.ts';

const from = z
  .url()
  .max(300)
  .optional()
  .describe('Subject of the adoption that this one builds on; absent where it builds on the practice.');

export function adoptionActs(kernel: Kernel): readonly ApiRoute[] {
  return [
    apiRoute({
      method: 'post',
      path: '/practice-adoptions',
      summary: 'Say that this node adopted a practice; of its own practice, that it took something back',
      permission: 'practices.adopt',
      body: z.object({
        practice: z.url().max(300).describe('Subject of the practice at its origin.'),
        from,
        adoption: adoptionInput,
      }),
      result: actSchema,
      shape: 'act',
      async handle({ actor, body }) {
        const act = await adopt(kernel, actor, {
          practice: body.practice,
          from: body.from,
          body: body.adoption,
        });
        return { result: act, etag: act.jti, location: new URL(act.sub).pathname };
      },
    }),
    apiRoute({
      method: 'put',
      path: '/practice-adoptions/self/{id}',
      summary: 'Publish the next version of an adoption; If-Match names the latest record',
      permission: 'practices.adopt',
      params: ownParams,
      body: z.object({ from, adoption: adoptionInput }),
      result: actSchema,
      shape: 'act',
      async handle({ actor, params, body, ifMatch }) {
        const prev = ifMatch ?? '';
        const next = { id: params.id, prev, from: body.from, body: body.adoption };
        const act = await revising(prev, () => reviseAdoption(kernel, actor, next));
        return { result: act, etag: act.jti, location: adoptionPath(params.id) };
      },
    }),
    apiRoute({
      method: 'post',
      path: '/practice-adoptions/self/{id}/withdrawal',
      summary: 'Withdraw an adoption',
      permission: 'practices.adopt',
      params: ownParams,
      body: withdrawal,
      result: actSchema,
      shape: 'act',
      async handle({ actor, params, body }) {
        return { result: await withdrawAdoption(kernel, actor, { id: params.id, reason: body.reason }) };
      },
    }),
  ];
}
