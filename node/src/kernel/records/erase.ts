import { sql } from 'kysely';
import type { Tx } from '../database/tables.ts';
import type { EraseBody } from './kernel-kinds.ts';
import type { RecordContext, SignedRecord } from './record.ts';

export interface ErasedSubject {
  sub: string;
  kind: string;
}

/**
 * Deletes what can be deleted of the named records of the same log: disclosures and blobs. Their entries stay, so that
 * proofs hold. Idempotent, and applied again after a restore.
 * @returns subjects whose content is now gone
 */
export async function eraseRecords(
  tx: Tx,
  record: SignedRecord<EraseBody>,
  context: RecordContext,
): Promise<ErasedSubject[]> {
  const jtis = record.body.records;
  const { log } = context;
  const known = sql`select jti, sub from entry where log = ${log} and jti = any(${jtis}::uuid[])
    union select jti, sub from pending where ${context.own}::boolean and jti = any(${jtis}::uuid[])`;
  await sql`delete from disclosure where log = ${log} and jti = any(${jtis}::uuid[])`.execute(tx);
  // Only blobs of this log's own records: a partner cannot erase what someone else published.
  await sql`update blob set state = 'erased', bytes = null
    where state <> 'erased' and jti in (select jti from (${known}) k)`.execute(tx);
  const erased = await sql<ErasedSubject>`update subject s
    set state = 'erased', reason = ${record.body.reason}, state_jti = ${record.jti},
      state_at = ${new Date(record.iat * 1000)}, updated_at = ${context.at}
    from (${known}) k
    where s.log = ${log} and s.sub = k.sub and s.sub <> ${record.sub}
      and (s.latest = k.jti or s.state <> 'live')
    returning s.sub, s.kind`.execute(tx);
  return erased.rows;
}
