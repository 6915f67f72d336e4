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
  // An id or a digest may be copied by anybody: what a record of another log carries too stays with that.
  await sql`with gone as (
      delete from blob_use where log = ${log} and jti = any(${jtis}::uuid[]) returning digest
    )
    update blob b set state = 'erased', bytes = null
    where b.state <> 'erased' and b.digest in (select digest from gone) and not exists (
      select 1 from blob_use u where u.digest = b.digest and not (u.log = ${log} and u.jti = any(${jtis}::uuid[]))
    )`.execute(tx);
  const erased = await sql<ErasedSubject>`update subject s
    set state = 'erased', reason = ${record.body.reason}, state_jti = ${record.jti},
      state_at = ${new Date(record.iat * 1000)}, updated_at = ${context.at}
    from (${known}) k
    where s.log = ${log} and s.sub = k.sub and s.sub <> ${record.sub}
      and (s.latest = k.jti or s.state <> 'live')
    returning s.sub, s.kind`.execute(tx);
  return erased.rows;
}
