import { sql } from 'kysely';
import type { z } from 'zod';
import type { Db, Tx } from '../database/tables.ts';
import { loadBodies, readRecord } from '../log/headline.ts';
import type { ShownLog } from '../log/shown-logs.ts';
import {
  ALLIANCE,
  type AllianceBody,
  allianceBodySchema,
  MEMBERSHIP,
  type MembershipBody,
  membershipBodySchema,
  TRUST_MARK,
  type TrustMarkBody,
  trustMarkBodySchema,
} from './kinds.ts';

/** What a log tells of an alliance, and when it was signed. */
export interface Told<Body> {
  log: ShownLog;
  jti: string;
  sub: string;
  at: Date;
  body: Body;
}

export interface AllianceRecords {
  alliances: Told<AllianceBody>[];
  memberships: Told<MembershipBody>[];
  marks: Told<TrustMarkBody>[];
}

/**
 * Everything that some logs tell of alliances, each log in its order: who founded them, who was admitted and removed by
 * their hosts, who joined and left by its own word. Read from the entries themselves, of which there are few.
 */
export async function readAllianceRecords(db: Db | Tx, logs: readonly ShownLog[]): Promise<AllianceRecords> {
  const ids = logs.map(({ id }) => id);
  // The kinds stand in the text of the query, so that the index that holds them alone is used.
  const { rows } = await sql<{
    log: number;
    body: string;
    jti: string;
    sub: string;
    kind: string;
    iat: number;
  }>`
    select log, body, jti, sub, kind, iat::float8 as iat, 0 as waiting, index from entry
    where kind in ('kernel/alliance@1', 'kernel/membership@1', 'kernel/trust-mark@1')
      and log = any(${sql.val(ids)}::int[]) and flag is null
    union all
    select l.id, p.body, p.jti, p.sub, p.kind, p.iat::float8, 1, p.id from pending p
    join log l on l.role = 'own' and l.retired_at is null
    where p.kind in ('kernel/alliance@1', 'kernel/membership@1', 'kernel/trust-mark@1')
    order by log, waiting, index`.execute(db);
  const records = rows.map(({ body }) => readRecord(body));
  const bodies = await loadBodies(db, records);
  const told = <Body>(kind: string, schema: z.ZodType<Body>): Told<Body>[] =>
    rows.flatMap(({ log: id, jti, sub, kind: of, iat }, i) => {
      const record = records[i];
      const log = logs.find((one) => one.id === id);
      if (of !== kind || log === undefined || record === null || record === undefined) return [];
      const body = schema.safeParse(record.digest === undefined ? record.body : bodies.get(record.digest));
      return body.success ? [{ log, jti, sub, at: new Date(iat * 1000), body: body.data }] : [];
    });
  return {
    alliances: told(ALLIANCE, allianceBodySchema),
    memberships: told(MEMBERSHIP, membershipBodySchema),
    marks: told(TRUST_MARK, trustMarkBodySchema),
  };
}
