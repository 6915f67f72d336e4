import { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import {
  publishRoute,
  readRoute,
  reviseRoute,
  subjectSchema,
  subjectsJson,
  withdrawRoute,
} from '../../../kernel/subjects/index.ts';
import { pagedSchema } from '../../../kernel/web/api/schemas.ts';
import { anyParams, hostOf, pageOf } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiRead } from '../../../kernel/web/api-route.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { answerInput, callInput } from '../call.ts';
import { answerCall, publishCall, publishExpert } from '../commands.ts';
import { expertInput } from '../expert.ts';
import { filterQuery } from '../filter.ts';
import { callJson, callSchema, matchesJson, matchesSchema } from '../json.ts';
import { listFiltered, loadCall, loadExperts } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';

/** Calls for partners and their answers. */
export function callRoutes(kernel: Kernel): readonly ApiRoute[] {
  return [
    listRoute(
      kernel,
      'call',
      '/project-calls',
      'Calls for partners of this node and its partners, newest first',
    ),
    apiRead({
      method: 'get',
      path: '/project-calls/{origin}/{id}',
      summary: 'One call for partners with its answers',
      params: anyParams,
      result: callSchema,
      async handle({ params }) {
        const item = await loadCall(kernel, hostOf(params.origin), params.id);
        if (item === null) throw new NotFound('call');
        return { result: callJson(item, await nodeNames(kernel)), etag: item.call.latest };
      },
    }),
    publishRoute({
      path: '/project-calls',
      summary: 'Look for partners, for a project or before there is one',
      permission: 'projects.publish',
      body: callInput,
      run: (writing, actor, body) => publishCall(writing, actor, { body }),
    }),
    reviseRoute(SUBJECTS.call, {
      path: '/project-calls',
      summary: 'Publish the next version of a call; If-Match names the latest record',
      permission: 'projects.publish',
      body: callInput,
      run: publishCall,
    }),
    withdrawRoute(SUBJECTS.call, '/project-calls', 'projects.publish', 'Withdraw a call'),
    publishRoute({
      path: '/project-answers',
      summary: 'Say that this node is interested in a call of another',
      permission: 'projects.publish',
      body: z.object({
        call: z.url().max(300).describe('Subject of the call at its origin.'),
        answer: answerInput,
      }),
      run: (writing, actor, body) => answerCall(writing, actor, { call: body.call, body: body.answer }),
    }),
    withdrawRoute(SUBJECTS.answer, '/project-answers', 'projects.publish', 'Withdraw an answer to a call'),
  ];
}

/** Knowledge that organisations lend and need. */
export function expertRoutes(kernel: Kernel): readonly ApiRoute[] {
  return [
    ...(['offer', 'request'] as const).flatMap((thing) => expertActs(kernel, thing)),
    apiRead({
      method: 'get',
      path: '/expert-matches',
      summary: 'What is looked for, with the offers that fit it by topic and language, and why',
      result: pagedSchema(matchesSchema),
      shape: 'list',
      async handle({ page }) {
        const [experts, names] = await Promise.all([loadExperts(kernel), nodeNames(kernel)]);
        return { result: pageOf(matchesJson(experts, names), page) };
      },
    }),
  ];
}

function expertActs(kernel: Kernel, thing: 'offer' | 'request'): readonly ApiRoute[] {
  const path = `/expert-${thing}s`;
  const words = thing === 'offer' ? 'knowledge that an organisation offers' : 'knowledge that is looked for';
  return [
    listRoute(kernel, thing, path, `All ${words}, newest first`),
    readRoute(kernel, SUBJECTS[thing], path, `One piece of ${words}`),
    publishRoute({
      path,
      summary: `Publish ${words}: an organisation and a role, never a person`,
      permission: 'projects.publish',
      body: expertInput,
      run: (writing, actor, body) => publishExpert(writing, actor, thing, { body }),
    }),
    reviseRoute(SUBJECTS[thing], {
      path,
      summary: `Publish the next version of ${words}; If-Match names the latest record`,
      permission: 'projects.publish',
      body: expertInput,
      run: (writing, actor, version) => publishExpert(writing, actor, thing, version),
    }),
    withdrawRoute(SUBJECTS[thing], path, 'projects.publish', `Withdraw ${words}`),
  ];
}

/** A list with the filters of this module. */
export function listRoute(
  kernel: Kernel,
  name: 'project' | 'call' | 'offer' | 'request',
  path: string,
  summary: string,
): ApiRoute {
  return apiRead({
    method: 'get',
    path,
    summary,
    query: filterQuery,
    result: pagedSchema(subjectSchema),
    shape: 'list',
    async handle({ query, page }) {
      return { result: await subjectsJson(kernel, await listFiltered(kernel, name, query, page)) };
    },
  });
}
