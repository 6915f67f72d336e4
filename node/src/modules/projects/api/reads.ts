import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { readRoute } from '../../../kernel/subjects/index.ts';
import { anyParams, hostOf } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiRead } from '../../../kernel/web/api-route.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { ledgerSchema } from '../exchange/ledger-file.ts';
import { ledgerOf, projectJson, projectSchema } from '../json.ts';
import { loadProject } from '../read.ts';
import { SUBJECTS } from '../subjects.ts';
import { listRoute } from './seeking.ts';

export function readRoutes(kernel: Kernel): readonly ApiRoute[] {
  return [
    listRoute(kernel, 'project', '/projects', 'Projects of this node and its partners, newest first'),
    apiRead({
      method: 'get',
      path: '/projects/{origin}/{id}',
      summary: 'One project: who takes part, milestones, balances, decisions, outputs',
      params: anyParams,
      result: projectSchema,
      async handle({ params }) {
        const item = await loadProject(kernel, hostOf(params.origin), params.id);
        if (item === null) throw new NotFound('project');
        return { result: projectJson(item, await nodeNames(kernel)), etag: item.project.latest };
      },
    }),
    apiRead({
      method: 'get',
      path: '/projects/{origin}/{id}/ledger',
      summary:
        'The ledger of a project: every entry with what it moves and whether it counts, and the balances',
      params: anyParams,
      result: ledgerSchema,
      async handle({ params }) {
        const item = await loadProject(kernel, hostOf(params.origin), params.id);
        if (item === null) throw new NotFound('project');
        return { result: ledgerOf(item) };
      },
    }),
    readRoute(kernel, SUBJECTS.membership, '/project-memberships', 'One node’s word that it joins a project'),
    readRoute(kernel, SUBJECTS.entry, '/project-entries', 'One entry of a ledger as it was signed'),
    readRoute(kernel, SUBJECTS.decision, '/project-decisions', 'One decision as it was put'),
    readRoute(kernel, SUBJECTS.vote, '/project-votes', 'The option that a member signed'),
    readRoute(kernel, SUBJECTS.output, '/project-outputs', 'One output in its latest version'),
    readRoute(kernel, SUBJECTS.update, '/project-updates', 'One update'),
    readRoute(kernel, SUBJECTS.answer, '/project-answers', 'One answer to a call'),
  ];
}
