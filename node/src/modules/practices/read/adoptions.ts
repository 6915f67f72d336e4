import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/kernel.ts';
import { type SubjectRow, subjectRow, subjectRows } from '../../../kernel/subjects/index.ts';
import type { Adoption } from '../adoption.ts';
import { SUBJECTS } from '../subjects.ts';

/** An adoption as pages and the API show it. */
export interface AdoptionRow extends SubjectRow<Adoption> {
  practice: string;
  source: string | null;
  status: string;
  since: string;
}

/** Beyond this many the page says how many more there are; the API pages through all of them. */
const MOST = 500;

/** Live adoptions of a practice in all logs that are shown, oldest first. `practice` is its address at its origin. */
export async function adoptionsOf(kernel: Pick<Kernel, 'db'>, practice: string): Promise<AdoptionRow[]> {
  const rows = await adoptionRows(kernel)
    .where(sql<string>`t.practice`, '=', practice)
    .where('t.state', '=', 'live')
    .orderBy(sql`t.since`)
    .orderBy('t.published_at')
    .orderBy('t.sub')
    .limit(MOST)
    .execute();
  return rows.map(adoptionRow);
}

/** One adoption, of whatever state: ours (`host` null) or the partner's at `host`. */
export async function readAdoption(
  kernel: Pick<Kernel, 'db'>,
  host: string | null,
  id: string,
): Promise<AdoptionRow | null> {
  const row = await adoptionRows(kernel)
    .where('t.id', '=', id)
    .where((eb) => (host === null ? eb('l.role', '=', 'own') : eb('partner.host', '=', host)))
    .executeTakeFirst();
  return row === undefined ? null : adoptionRow(row);
}

function adoptionRows(kernel: Pick<Kernel, 'db'>) {
  return subjectRows(kernel, SUBJECTS.adoption)
    .select([sql<string>`t.practice`.as('practice'), sql<string | null>`t.source`.as('source')])
    .select([sql<string>`t.status`.as('status'), sql<string>`t.since`.as('since')]);
}

type Row = Awaited<ReturnType<ReturnType<typeof adoptionRows>['execute']>>[number];

function adoptionRow(row: Row): AdoptionRow {
  const { practice, source, status, since } = row;
  return { ...subjectRow<Adoption>(row), practice, source, status, since };
}
