import { type RawBuilder, sql } from 'kysely';
import type { Kernel } from '../../../kernel/kernel.ts';
import { searchMatches } from '../../../kernel/search/matches.ts';
import { listSubjects, type SubjectRow } from '../../../kernel/subjects/index.ts';
import type { Paged, PageRequest } from '../../../kernel/web/paging.ts';
import type { Call } from '../call.ts';
import type { Expert } from '../expert.ts';
import { FACETS, type Facet, type FacetCounts, type ProjectFilter } from '../filter.ts';
import { CALL, OFFER, PROJECT, REQUEST } from '../kinds.ts';
import type { Project } from '../project.ts';
import { SUBJECTS } from '../subjects.ts';

/** What is listed with topics and languages, and the kind of its records. */
const LISTED = { project: PROJECT, call: CALL, offer: OFFER, request: REQUEST } as const;
export type Listed = keyof typeof LISTED;
type BodyOf = { project: Project; call: Call; offer: Expert; request: Expert };

/** Live subjects that fit the filter, newest first. */
export async function listFiltered<Name extends Listed>(
  kernel: Kernel,
  name: Name,
  filter: ProjectFilter,
  page: PageRequest,
): Promise<Paged<SubjectRow<BodyOf[Name]>>> {
  const conditions = Object.values(conditionsOf(kernel, name, filter));
  return (await listSubjects(kernel, SUBJECTS[name], page, conditions)) as Paged<SubjectRow<BodyOf[Name]>>;
}

/** How many subjects each choice of each facet would leave; the counts of a facet heed every filter but its own. */
export async function countFacets(kernel: Kernel, name: Listed, filter: ProjectFilter): Promise<FacetCounts> {
  const { q, ...conditions } = conditionsOf(kernel, name, filter);
  const flags = FACETS.map((facet) => sql`(${conditions[facet]}) as ${sql.ref(`f_${facet}`)}`);
  const others = (own: Facet) =>
    sql.join(
      FACETS.filter((facet) => facet !== own).map((facet) => sql.ref(`f_${facet}`)),
      sql` and `,
    );
  const { rows } = await sql<{ facet: Facet | 'total'; value: string; count: number }>`
    with m as materialized (
      select t.topics, t.languages, ${ORIGIN} as origin, ${sql.join(flags)}
      from ${sql.table(SUBJECTS[name].table)} t
      join log l on l.id = t.log left join partner on partner.log = t.log
      where t.state = 'live' and (l.role = 'own' or partner.state <> 'removed') and ${q}
    )
    select 'total' as facet, '' as value, count(*)::int as count from m where f_origin and ${others('origin')}
    union all select 'origin', origin, count(*)::int from m where ${others('origin')} group by origin
    union all select 'topic', v, count(*)::int from m, unnest(topics) v where ${others('topic')} group by v
    union all select 'language', v, count(*)::int from m, unnest(languages) v where ${others('language')} group by v
  `.execute(kernel.db);
  const counts: FacetCounts = { origin: [], topic: [], language: [], total: 0 };
  for (const { facet, value, count } of rows) {
    if (facet === 'total') counts.total = count;
    else counts[facet].push({ value, count });
  }
  return counts;
}

/** A node as filters name it. */
const ORIGIN = sql<string>`case when l.role = 'own' then 'self' else partner.host end`;

/** Whether a row of a subject's table, as `t`, fits each part of a filter; what was not asked for fits. */
function conditionsOf(
  { db }: Kernel,
  name: Listed,
  { q, origin, topic, language }: ProjectFilter,
): Record<Facet | 'q', RawBuilder<boolean>> {
  const all = sql<boolean>`true`;
  return {
    q:
      q === undefined
        ? all
        : sql<boolean>`(t.log, t.sub) in (select f.log, f.sub from (${searchMatches(db, { q, kind: LISTED[name] })}) f)`,
    origin: origin === undefined ? all : sql<boolean>`${ORIGIN} = ${origin}`,
    topic: topic === undefined ? all : sql<boolean>`${topic} = any(t.topics)`,
    language: language === undefined ? all : sql<boolean>`${language} = any(t.languages)`,
  };
}
