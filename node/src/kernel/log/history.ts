import { sql } from 'kysely';
import type { Db } from '../database/tables.ts';
import { loadBodies, readRecord } from './headline.ts';

/** One version of a subject, as its log tells it. */
export interface Version<Body> {
  /** 1 for the first. */
  number: number;
  jti: string;
  signedAt: Date;
  /** Place in its log; null while it waits for one. */
  index: number | null;
  /** Null where the body was erased. */
  body: Body | null;
}

interface Subject {
  log: number;
  /** Absolute URL. */
  sub: string;
  kind: string;
}

/**
 * The versions of a subject, newest first, read from the entries themselves: what was signed, not what we made of it.
 * Versions that were refused here are not among them. `latest` bounds how many are read, counted from the newest.
 */
export async function historyOf<Body>(
  db: Db,
  { log, sub, kind }: Subject,
  latest = 1000,
): Promise<Version<Body>[]> {
  const { rows } = await sql<{ body: string; jti: string; iat: number; index: number | null; total: number }>`
    with version as (
      select body, jti, iat, index, 0 as waiting from entry
      where log = ${log} and sub = ${sub} and kind = ${kind} and flag is null
      union all
      select p.body, p.jti, p.iat, null, p.id from pending p join log l on l.role = 'own' and l.retired_at is null
      where l.id = ${log} and p.sub = ${sub} and p.kind = ${kind}
    )
    select body, jti, iat::float8 as iat, index::float8 as index, (count(*) over ())::int as total from version
    order by waiting desc, index desc limit ${latest}`.execute(db);
  const records = rows.map(({ body }) => readRecord(body));
  const bodies = await loadBodies(db, records);
  return rows.map(({ jti, iat, index, total }, i) => {
    const record = records[i] ?? null;
    const body = record?.digest === undefined ? record?.body : bodies.get(record.digest);
    return {
      number: total - i,
      jti,
      signedAt: new Date(iat * 1000),
      index,
      body: (body ?? null) as Body | null,
    };
  });
}
