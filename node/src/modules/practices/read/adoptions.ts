import type { Kernel } from '../../../kernel/kernel.ts';
import { placeOf } from '../address.ts';
import type { Adoption } from '../adoption.ts';
import { practicesDb } from '../schema.ts';

/** An adoption as pages and the API show it. */
export interface AdoptionRow {
  log: number;
  id: string;
  /** The record of this version; `latest` is the record that a revision must name. */
  jti: string;
  latest: string;
  sub: string;
  path: string;
  node: string;
  own: boolean;
  version: number;
  state: 'live' | 'withdrawn' | 'erased';
  practice: string;
  source: string | null;
  status: string;
  since: string;
  publishedAt: Date;
  updatedAt: Date;
  body: Adoption;
}

/** Beyond this many the page says how many more there are; the API pages through all of them. */
const MOST = 500;

/** Live adoptions of a practice in all logs that are shown, oldest first. `practice` is its address at its origin. */
export async function adoptionsOf(kernel: Pick<Kernel, 'db'>, practice: string): Promise<AdoptionRow[]> {
  const rows = await adoptionRows(kernel)
    .where('a.practice', '=', practice)
    .where('a.state', '=', 'live')
    .orderBy('a.since')
    .orderBy('a.published_at')
    .orderBy('a.sub')
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
    .where('a.id', '=', id)
    .where((eb) => (host === null ? eb('l.role', '=', 'own') : eb('p.host', '=', host)))
    .executeTakeFirst();
  return row === undefined ? null : adoptionRow(row);
}

function adoptionRows({ db }: Pick<Kernel, 'db'>) {
  return practicesDb(db)
    .selectFrom('practices_adoption as a')
    .innerJoin('log as l', 'l.id', 'a.log')
    .leftJoin('partner as p', 'p.log', 'a.log')
    .leftJoin('subject as s', (join) => join.onRef('s.log', '=', 'a.log').onRef('s.sub', '=', 'a.sub'))
    .selectAll('a')
    .select(['l.node', 'l.role', 's.latest'])
    .where((eb) => eb.or([eb('l.role', '=', 'own'), eb('p.state', '!=', 'removed')]));
}

type Row = Awaited<ReturnType<ReturnType<typeof adoptionRows>['execute']>>[number];

function adoptionRow({
  published_at: publishedAt,
  updated_at: updatedAt,
  role,
  latest,
  ...row
}: Row): AdoptionRow {
  const own = role === 'own';
  return { ...row, latest: latest ?? row.jti, publishedAt, updatedAt, own, path: placeOf(row.sub, own) };
}
