import { z } from 'zod';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { readRoute, type SubjectRow } from '../../../kernel/subjects/index.ts';
import { pagedSchema } from '../../../kernel/web/api/schemas.ts';
import { hostOf, pageOf } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiRead } from '../../../kernel/web/api-route.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import {
  allianceJson,
  allianceSchema,
  allianceSummaryJson,
  allianceSummarySchema,
  groupJson,
  groupSchema,
  happeningSchema,
  signedTextJson,
  signedTextSchema,
} from '../json.ts';
import { happeningsOf, keptMembersWork } from '../read/deeds.ts';
import { keptLife, type Life } from '../read/life.ts';
import { allianceAt, keptSeen } from '../read/seen.ts';
import { SUBJECTS } from '../subjects.ts';

const allianceParams = z.object({
  origin: z.string().regex(/^(self|~.{1,260})$/),
  slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/),
});
type AllianceParams = z.infer<typeof allianceParams>;

export function readRoutes(kernel: Kernel): readonly ApiRoute[] {
  const lifeOf = async ({ origin, slug }: AllianceParams) => {
    const seen = await keptSeen(kernel);
    const alliance = allianceAt(seen, hostOf(origin), slug);
    const life = alliance && (await keptLife(kernel, seen, alliance.id));
    if (life === null) throw new NotFound('alliance');
    return { seen, life };
  };
  const told = async (rows: readonly SubjectRow[]) => {
    const [provenance, names] = await Promise.all([loadProvenance(kernel, rows), nodeNames(kernel)]);
    return { provenance, names };
  };
  const texts = (name: 'charters' | 'declarations', summary: string): ApiRoute =>
    apiRead({
      method: 'get',
      path: `/alliances/{origin}/{slug}/${name}`,
      summary,
      params: allianceParams,
      result: pagedSchema(signedTextSchema),
      shape: 'list',
      async handle({ params, page }) {
        const { life } = await lifeOf(params);
        const { items, next } = pageOf<Life['charters' | 'declarations'][number]>(life[name], page);
        const { provenance, names } = await told(items.map(({ row }) => row));
        return { result: { items: items.map((one) => signedTextJson(one, provenance, names)), next } };
      },
    });

  return [
    apiRead({
      method: 'get',
      path: '/alliances',
      summary: 'Alliances that this node hosts, and those that its partners host',
      result: pagedSchema(allianceSummarySchema),
      shape: 'list',
      async handle({ page }) {
        const seen = await keptSeen(kernel);
        const names = await nodeNames(kernel);
        const { items, next } = pageOf([...seen.alliances.values()], page);
        const lives = await Promise.all(items.map(({ id }) => keptLife(kernel, seen, id)));
        return {
          result: {
            items: lives.flatMap((life) => life ?? []).map((life) => allianceSummaryJson(life, names)),
            next,
          },
        };
      },
    }),
    apiRead({
      method: 'get',
      path: '/alliances/{origin}/{slug}',
      summary: 'One alliance: its members, the charter in force, the chair, and what it did by quarter',
      params: allianceParams,
      result: allianceSchema,
      async handle({ params }) {
        const { seen, life } = await lifeOf(params);
        const work = await keptMembersWork(kernel, seen, life);
        const { provenance, names } = await told(life.inForce === null ? [] : [life.inForce.row]);
        return { result: allianceJson(life, work, { names, provenance, now: kernel.clock.now() }) };
      },
    }),
    texts('charters', 'Charters of an alliance, newest first, with who has signed each'),
    texts('declarations', 'Declarations of an alliance, newest first, with who has signed each'),
    apiRead({
      method: 'get',
      path: '/alliances/{origin}/{slug}/groups',
      summary: 'Thematic groups of an alliance with their members',
      params: allianceParams,
      result: pagedSchema(groupSchema),
      shape: 'list',
      async handle({ params, page }) {
        const { life } = await lifeOf(params);
        const { items, next } = pageOf(life.groups, page);
        const { provenance, names } = await told(items.map(({ row }) => row));
        return { result: { items: items.map((one) => groupJson(one, provenance, names)), next } };
      },
    }),
    apiRead({
      method: 'get',
      path: '/alliances/{origin}/{slug}/activity',
      summary: 'What an alliance and its members did in it, newest first',
      params: allianceParams,
      result: pagedSchema(happeningSchema),
      shape: 'list',
      async handle({ params, page }) {
        const { seen, life } = await lifeOf(params);
        const work = await keptMembersWork(kernel, seen, life);
        const names = await nodeNames(kernel);
        const { items, next } = pageOf(happeningsOf(life, work), page);
        return {
          result: {
            items: items.map(({ at, ...one }) => ({
              ...one,
              at: at.toISOString(),
              name: names.get(one.node) ?? new URL(one.node).host,
            })),
            next,
          },
        };
      },
    }),
    readRoute(kernel, SUBJECTS.charter, '/alliance-charters', 'One charter as it was published'),
    readRoute(kernel, SUBJECTS.declaration, '/alliance-declarations', 'One declaration as it was proposed'),
    readRoute(kernel, SUBJECTS.signature, '/alliance-signatures', 'One signature'),
    readRoute(kernel, SUBJECTS.handOver, '/alliance-chairs', 'One offer of the chair'),
    readRoute(kernel, SUBJECTS.chairAnswer, '/alliance-chair-answers', 'One answer to an offer of the chair'),
    readRoute(kernel, SUBJECTS.group, '/alliance-groups', 'One thematic group in its latest version'),
    readRoute(
      kernel,
      SUBJECTS.groupMembership,
      '/alliance-group-memberships',
      'The word of a member that it takes part in a group',
    ),
    readRoute(kernel, SUBJECTS.meeting, '/alliance-meetings', 'One meeting in its latest version'),
    readRoute(
      kernel,
      SUBJECTS.contribution,
      '/alliance-contributions',
      'One contribution in its latest version',
    ),
  ];
}
