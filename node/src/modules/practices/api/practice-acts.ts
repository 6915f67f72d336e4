import { z } from 'zod';
import { publishRoute, reviseRoute } from '../../../kernel/subjects/index.ts';
import { actSchema } from '../../../kernel/web/api/schemas.ts';
import { ownParams, withdrawal } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiWrite } from '../../../kernel/web/api-route.ts';
import { importPractices, publishPractice, revisePractice, withdrawPractice } from '../commands.ts';
import { importFile, importLine } from '../exchange.ts';
import { practiceInput } from '../practice.ts';
import { SUBJECTS } from '../subjects.ts';

export function practiceActs(): readonly ApiRoute[] {
  return [
    publishRoute({
      path: '/practices',
      summary: 'Publish a practice',
      permission: 'practices.publish',
      body: practiceInput,
      run: (kernel, actor, body) => publishPractice(kernel, actor, { body }),
    }),
    apiWrite({
      method: 'post',
      path: '/practices/import',
      summary: 'Publish the practices of a file, all or none; with dryRun only say what would become of each',
      permission: 'practices.import',
      query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
      body: importFile,
      result: z.object({ dryRun: z.boolean(), lines: z.array(importLine), acts: z.array(actSchema) }),
      run: (kernel, { actor, query, body }) =>
        importPractices(kernel, actor, { file: body, dryRun: query.dryRun === 'true' }),
      answer: (result) => ({ result }),
    }),
    reviseRoute(SUBJECTS.practice, {
      path: '/practices',
      summary: 'Publish the next version of a practice; If-Match names the latest record',
      permission: 'practices.revise',
      body: practiceInput,
      run: revisePractice,
    }),
    apiWrite({
      method: 'post',
      path: '/practices/self/{id}/withdrawal',
      summary: 'Withdraw a practice: it stays provable and is no longer offered',
      permission: 'practices.withdraw',
      params: ownParams,
      body: withdrawal,
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, params, body }) =>
        withdrawPractice(kernel, actor, { id: params.id, reason: body.reason }),
      answer: (result) => ({ result }),
    }),
  ];
}
