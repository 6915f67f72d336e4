import { z } from 'zod';
import { publishRoute, reviseRoute } from '../../../kernel/subjects/index.ts';
import { actSchema } from '../../../kernel/web/api/schemas.ts';
import { ownParams, withdrawal } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiWrite } from '../../../kernel/web/api-route.ts';
import { adoptionInput } from '../adoption.ts';
import { adopt, reviseAdoption, withdrawAdoption } from '../commands.ts';
import { SUBJECTS } from '../subjects.ts';

const from = z
  .url()
  .max(300)
  .optional()
  .describe('Subject of the adoption that this one builds on; absent where it builds on the practice.');

export function adoptionActs(): readonly ApiRoute[] {
  return [
    publishRoute({
      path: '/practice-adoptions',
      summary: 'Say that this node adopted a practice; of its own practice, that it took something back',
      permission: 'practices.adopt',
      body: z.object({
        practice: z.url().max(300).describe('Subject of the practice at its origin.'),
        from,
        adoption: adoptionInput,
      }),
      run: (kernel, actor, { practice, from, adoption }) =>
        adopt(kernel, actor, { practice, from, body: adoption }),
    }),
    reviseRoute(SUBJECTS.adoption, {
      path: '/practice-adoptions',
      summary: 'Publish the next version of an adoption; If-Match names the latest record',
      permission: 'practices.adopt',
      body: z.object({ from, adoption: adoptionInput }),
      run: (kernel, actor, { id, prev, body: { from, adoption } }) =>
        reviseAdoption(kernel, actor, { id, prev, from, body: adoption }),
    }),
    apiWrite({
      method: 'post',
      path: '/practice-adoptions/self/{id}/withdrawal',
      summary: 'Withdraw an adoption',
      permission: 'practices.adopt',
      params: ownParams,
      body: withdrawal,
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, params, body }) =>
        withdrawAdoption(kernel, actor, { id: params.id, reason: body.reason }),
      answer: (result) => ({ result }),
    }),
  ];
}
