import type { Kernel } from '../../../kernel/kernel.ts';
import { placeOf } from '../address.ts';
import { SUBJECTS, type Subject } from '../commands/live.ts';
import { type CommitmentsTables, commitmentsDb, type State } from '../schema.ts';

type Body<Thing extends Subject> = CommitmentsTables[(typeof SUBJECTS)[Thing]]['body']['__select__'];

/** A subject in its latest version, as pages and the API show it. */
export interface SubjectRow<Thing extends Subject = Subject> {
  log: number;
  id: string;
  /** The record of this version; `latest` is the record that a revision must name. */
  jti: string;
  latest: string;
  sub: string;
  /** Where this node shows it. */
  path: string;
  node: string;
  own: boolean;
  version: number;
  state: State;
  reason: string | null;
  publishedAt: Date;
  updatedAt: Date;
  body: Body<Thing>;
}

/** Rows of one table with the log that they stand in; of logs that are shown. */
export function subjectRows<Thing extends Subject>({ db }: Pick<Kernel, 'db'>, thing: Thing) {
  // All six tables have these columns.
  const table = SUBJECTS[thing] as 'commitments_plan';
  return commitmentsDb(db)
    .selectFrom(`${table} as t`)
    .innerJoin('log as l', 'l.id', 't.log')
    .leftJoin('partner', 'partner.log', 't.log')
    .leftJoin('subject as s', (join) => join.onRef('s.log', '=', 't.log').onRef('s.sub', '=', 't.sub'))
    .select(['t.log', 't.id', 't.jti', 't.sub', 't.version', 't.state', 't.published_at', 't.updated_at'])
    .select(['t.body', 'l.node', 'l.role', 's.latest', 's.reason'])
    .where((eb) => eb.or([eb('l.role', '=', 'own'), eb('partner.state', '!=', 'removed')]));
}

type Row = Awaited<ReturnType<ReturnType<typeof subjectRows>['execute']>>[number];

export function subjectRow<Thing extends Subject>(row: Row): SubjectRow<Thing> {
  const { published_at: publishedAt, updated_at: updatedAt, role, latest, body, ...rest } = row;
  const own = role === 'own';
  return {
    ...rest,
    publishedAt,
    updatedAt,
    own,
    latest: latest ?? row.jti,
    path: placeOf(row.sub, own),
    body: body as Body<Thing>,
  };
}

/** A subject of whatever state: ours (`host` null) or the partner's at `host`. */
export async function readSubjectRow<Thing extends Subject>(
  kernel: Pick<Kernel, 'db'>,
  thing: Thing,
  host: string | null,
  id: string,
): Promise<SubjectRow<Thing> | null> {
  const row = await subjectRows(kernel, thing)
    .where('t.id', '=', id)
    .where((eb) => (host === null ? eb('l.role', '=', 'own') : eb('partner.host', '=', host)))
    .executeTakeFirst();
  return row === undefined ? null : subjectRow<Thing>(row);
}
