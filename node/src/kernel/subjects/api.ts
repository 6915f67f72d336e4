import type { z } from 'zod';
import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import { nodeNames } from '../log/node-names.ts';
import { loadProvenance } from '../log/provenance.ts';
import type { Act } from '../records/record.ts';
import { actSchema } from '../web/api/schemas.ts';
import { anyParams, hostOf, madeAct, ownParams, revising, withdrawal } from '../web/api/subjects.ts';
import { type ApiRoute, apiRead, apiWrite } from '../web/api-route.ts';
import { NotFound } from '../web/error.ts';
import { withdraw } from './act.ts';
import { subjectJson, subjectSchema } from './json.ts';
import { readSubjectRow } from './read.ts';
import { pathOf, type Subject } from './subject.ts';

/** Routes of the API that are the same for every subject. `path` is that of its list, as `/commitment-plans`. */

/** One subject of this node or a partner in its latest version. */
export function readRoute(kernel: Kernel, subject: Subject, path: string, summary: string): ApiRoute {
  return apiRead({
    method: 'get',
    path: `${path}/{origin}/{id}`,
    summary,
    params: anyParams,
    result: subjectSchema,
    async handle({ params }) {
      const row = await readSubjectRow(kernel, subject, hostOf(params.origin), params.id);
      if (row === null) throw new NotFound(subject.name);
      const [provenance, names] = await Promise.all([loadProvenance(kernel, [row]), nodeNames(kernel)]);
      return { result: subjectJson(row, provenance.get(row.jti), names), etag: row.latest };
    },
  });
}

interface Publishing<Input, Said> {
  path: string;
  summary: string;
  permission: string;
  body: z.ZodType<Input>;
  run(kernel: Kernel, actor: Actor, said: Said): Promise<Act>;
}

const act = { result: actSchema, shape: 'act', answer: madeAct } as const;

/** Something is published: `run` is told what the body says. */
export function publishRoute<Input>({ run, ...route }: Publishing<Input, Input>): ApiRoute {
  return apiWrite({
    ...act,
    ...route,
    method: 'post',
    run: (kernel, { actor, body }) => run(kernel, actor, body),
  });
}

/** The next version of a subject of this node, after the one that `If-Match` names. */
export function reviseRoute<Input>(
  subject: Subject,
  { path, run, ...route }: Publishing<Input, { id: string; prev: string; body: Input }>,
): ApiRoute {
  return apiWrite({
    ...act,
    ...route,
    method: 'put',
    path: `${path}/self/{id}`,
    params: ownParams,
    run: (kernel, { actor, params: { id }, body, ifMatch }) =>
      revising(kernel, pathOf(subject, id), ifMatch, (prev) => run(kernel, actor, { id, prev, body })),
  });
}

/** The withdrawal of a subject of this node. */
export function withdrawRoute(subject: Subject, path: string, permission: string, summary: string): ApiRoute {
  return apiWrite({
    method: 'post',
    path: `${path}/self/{id}/withdrawal`,
    summary,
    permission,
    params: ownParams,
    body: withdrawal,
    result: actSchema,
    shape: 'act',
    run: (kernel, { actor, params: { id }, body: { reason } }) =>
      withdraw(kernel, actor, { subject, permission, id, reason }),
    answer: (result) => ({ result }),
  });
}
