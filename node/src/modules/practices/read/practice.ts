import type { Kernel } from '../../../kernel/kernel.ts';
import { placeOf } from '../address.ts';
import type { Practice } from '../practice.ts';
import { practicesDb } from '../schema.ts';

/** One practice in its latest version. */
export interface PracticeDetail {
  log: number;
  id: string;
  /** The record of this version; `latest` is the record that a revision must name (a withdrawal has one of its own). */
  jti: string;
  latest: string;
  sub: string;
  path: string;
  node: string;
  own: boolean;
  version: number;
  state: 'live' | 'withdrawn' | 'erased';
  reason: string | null;
  stateAt: Date | null;
  publishedAt: Date;
  updatedAt: Date;
  body: Practice;
}

/** A practice of whatever state: ours (`host` null) or the partner's at `host`. */
export async function readPractice(
  kernel: Pick<Kernel, 'db'>,
  host: string | null,
  id: string,
): Promise<PracticeDetail | null> {
  const row = await practiceRows(kernel)
    .where('p.id', '=', id)
    .where((eb) => (host === null ? eb('l.role', '=', 'own') : eb('partner.host', '=', host)))
    .executeTakeFirst();
  return row === undefined ? null : detail(row);
}

/** The practice at an address of its origin, where a log that we show holds it. */
export async function practiceAt(kernel: Pick<Kernel, 'db'>, sub: string): Promise<PracticeDetail | null> {
  const row = await practiceRows(kernel).where('p.sub', '=', sub).executeTakeFirst();
  return row === undefined ? null : detail(row);
}

/** The id behind a readable address of ours; of several the one that had it first. */
export async function idOfSlug(kernel: Pick<Kernel, 'db'>, slug: string): Promise<string | null> {
  const row = await practicesDb(kernel.db)
    .selectFrom('practices_slug as s')
    .innerJoin('log as l', 'l.id', 's.log')
    .select('s.id')
    .where('l.role', '=', 'own')
    .where('s.slug', '=', slug)
    .orderBy('s.id')
    .executeTakeFirst();
  return row?.id ?? null;
}

function practiceRows({ db }: Pick<Kernel, 'db'>) {
  return practicesDb(db)
    .selectFrom('practices_practice as p')
    .innerJoin('log as l', 'l.id', 'p.log')
    .leftJoin('partner', 'partner.log', 'p.log')
    .leftJoin('subject as s', (join) => join.onRef('s.log', '=', 'p.log').onRef('s.sub', '=', 'p.sub'))
    .select([
      'p.log',
      'p.id',
      'p.jti',
      'p.sub',
      'p.version',
      'p.state',
      'p.published_at',
      'p.updated_at',
      'p.body',
    ])
    .select(['l.node', 'l.role', 's.latest', 's.reason', 's.state_at'])
    .where((eb) => eb.or([eb('l.role', '=', 'own'), eb('partner.state', '!=', 'removed')]));
}

type Row = Awaited<ReturnType<ReturnType<typeof practiceRows>['execute']>>[number];

function detail(row: Row): PracticeDetail {
  const { published_at: publishedAt, updated_at: updatedAt, state_at: stateAt, role, latest, ...rest } = row;
  const own = role === 'own';
  return {
    ...rest,
    publishedAt,
    updatedAt,
    stateAt,
    own,
    latest: latest ?? row.jti,
    path: placeOf(row.sub, own),
  };
}
