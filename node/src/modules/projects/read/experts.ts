import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/kernel.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import { listSubjects, type SubjectRow } from '../../../kernel/subjects/index.ts';
import type { Provenance } from '../../../kernel/web/page.ts';
import { type Match, matchesOf } from '../computed/matches.ts';
import type { Expert } from '../expert.ts';
import { SUBJECTS } from '../subjects.ts';

/** As many as are compared: enough for an alliance, and a bound for a page. */
const MOST = 500;

export type ExpertRow = SubjectRow<Expert>;

export interface ExpertMatches {
  /** What is offered and holds today, newest first. */
  offers: readonly ExpertRow[];
  /** What is looked for, newest first, each with the offers of other organisations' nodes that fit it. */
  requests: ReadonlyArray<{ request: ExpertRow; matches: ReadonlyArray<Match<Matchable>> }>;
  provenance: ReadonlyMap<string, Provenance>;
}
type Matchable = ExpertRow & { topics: readonly string[]; languages: readonly string[] };

export async function loadExperts(kernel: Kernel): Promise<ExpertMatches> {
  const holds = [sql<boolean>`(t.until_at is null or t.until_at > ${kernel.clock.now()})`];
  const page = { limit: MOST, after: null };
  const [{ items: offers }, { items: requests }] = await Promise.all([
    listSubjects(kernel, SUBJECTS.offer, page, holds),
    listSubjects(kernel, SUBJECTS.request, page, holds),
  ]);
  const offered = offers.map(matchable);
  return {
    offers,
    requests: requests.map((request) => ({
      request,
      matches: matchesOf(
        matchable(request),
        offered.filter(({ node }) => node !== request.node),
      ),
    })),
    provenance: await loadProvenance(kernel, [...offers, ...requests]),
  };
}

function matchable(row: ExpertRow): Matchable {
  return { ...row, topics: row.body.topics, languages: row.body.languages };
}
