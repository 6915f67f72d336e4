import { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import { actSchema } from '../../../kernel/web/api/schemas.ts';
import { type ApiRoute, apiRoute } from '../../../kernel/web/api-route.ts';
import { practicePath } from '../address.ts';
import { importPractices, publishPractice, revisePractice, withdrawPractice } from '../commands.ts';
import { importFile, importLine } from '../exchange.ts';
import { practiceInput } from '../practice.ts';
import { ownParams, revising, withdrawal } from './shapes.ts';

export function practiceActs(kernel: Kernel): readonly ApiRoute[] {
  return [
    apiRoute({
      method: 'post',
      path: '/practices',
      summary: 'Publish a practice',
      permission: 'practices.publish',
      body: practiceInput,
      result: actSchema,
      shape: 'act',
      async handle({ actor, body }) {
        const act = await publishPractice(kernel, actor, { body });
        return { result: act, etag: act.jti, location: new URL(act.sub).pathname };
      },
    }),
    apiRoute({
      method: 'post',
      path: '/practices/import',
      summary: 'Publish the practices of a file, all or none; with dryRun only say what would become of each',
      permission: 'practices.import',
      query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }),
      body: importFile,
      result: z.object({ dryRun: z.boolean(), lines: z.array(importLine), acts: z.array(actSchema) }),
      async handle({ actor, query, body }) {
        return {
          result: await importPractices(kernel, actor, { file: body, dryRun: query.dryRun === 'true' }),
        };
      },
    }),
    apiRoute({
      method: 'put',
      path: '/practices/self/{id}',
      summary: 'Publish the next version of a practice; If-Match names the latest record',
      permission: 'practices.revise',
      params: ownParams,
      body: practiceInput,
      result: actSchema,
      shape: 'act',
      async handle({ actor, params, body, ifMatch }) {
        const prev = ifMatch ?? '';
        const act = await revising(prev, () => revisePractice(kernel, actor, { id: params.id, prev, body }));
        return { result: act, etag: act.jti, location: practicePath(params.id) };
      },
    }),
    apiRoute({
      method: 'post',
      path: '/practices/self/{id}/withdrawal',
      summary: 'Withdraw a practice: it stays provable and is no longer offered',
      permission: 'practices.withdraw',
      params: ownParams,
      body: withdrawal,
      result: actSchema,
      shape: 'act',
      async handle({ actor, params, body }) {
        return { result: await withdrawPractice(kernel, actor, { id: params.id, reason: body.reason }) };
      },
    }),
  ];
}
