import type { Kernel } from '../kernel.ts';
import { type ANY, type SubjectState, subjectsDb } from './columns.ts';
import { type BodyOf, placeOf, type Subject } from './subject.ts';

/** A subject in its latest version, as pages and the API show it. */
export interface SubjectRow<Body = unknown> {
  log: number;
  id: string;
  /** The record of this version; `latest` is the record that a revision must name (a withdrawal has one of its own). */
  jti: string;
  latest: string;
  sub: string;
  /** Where this node shows it. */
  path: string;
  node: string;
  own: boolean;
  version: number;
  state: SubjectState;
  reason: string | null;
  /** When it was withdrawn or erased. */
  stateAt: Date | null;
  publishedAt: Date;
  updatedAt: Date;
  body: Body;
}

/** Rows of a subject's table, as `t`, with the log that they stand in; of logs that are shown. */
export function subjectRows({ db }: Pick<Kernel, 'db'>, { table }: Subject) {
  return subjectsDb(db)
    .selectFrom(`${table as typeof ANY} as t`)
    .innerJoin('log as l', 'l.id', 't.log')
    .leftJoin('partner', 'partner.log', 't.log')
    .leftJoin('subject as s', (join) => join.onRef('s.log', '=', 't.log').onRef('s.sub', '=', 't.sub'))
    .select(['t.log', 't.id', 't.jti', 't.sub', 't.version', 't.state', 't.published_at', 't.updated_at'])
    .select(['t.body', 'l.node', 'l.role', 's.latest', 's.reason', 's.state_at'])
    .where((eb) => eb.or([eb('l.role', '=', 'own'), eb('partner.state', '!=', 'removed')]));
}

type Row = Awaited<ReturnType<ReturnType<typeof subjectRows>['execute']>>[number];

export function subjectRow<Body>(row: Row): SubjectRow<Body> {
  const { log, id, jti, sub, version, state, reason, node } = row;
  const own = row.role === 'own';
  return {
    ...{ log, id, jti, sub, version, state, reason, node, own },
    latest: row.latest ?? jti,
    path: placeOf(sub, own),
    stateAt: row.state_at,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    body: row.body as Body,
  };
}

/** A subject of whatever state: ours (`host` null) or the partner's at `host`. */
export async function readSubjectRow<Of extends Subject>(
  kernel: Pick<Kernel, 'db'>,
  subject: Of,
  host: string | null,
  id: string,
): Promise<SubjectRow<BodyOf<Of>> | null> {
  const row = await subjectRows(kernel, subject)
    .where('t.id', '=', id)
    .where((eb) => (host === null ? eb('l.role', '=', 'own') : eb('partner.host', '=', host)))
    .executeTakeFirst();
  return row === undefined ? null : subjectRow<BodyOf<Of>>(row);
}

/** The subject at an address of its origin, where a log that we show holds it. */
export async function subjectAt<Of extends Subject>(
  kernel: Pick<Kernel, 'db'>,
  subject: Of,
  sub: string,
): Promise<SubjectRow<BodyOf<Of>> | null> {
  const row = await subjectRows(kernel, subject).where('t.sub', '=', sub).executeTakeFirst();
  return row === undefined ? null : subjectRow<BodyOf<Of>>(row);
}
