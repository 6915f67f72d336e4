import { disclosureDigest } from '@koinon/records';
import { sql } from 'kysely';
import { channelName } from '../database/names.ts';
import type { Tx } from '../database/tables.ts';
import { RetiredSigner } from './error.ts';
import type { SignedDraft } from './sign-draft.ts';

/**
 * Puts signed records into the outbox: one statement for all of them, which also wakes the sequencer. It shares the rows
 * of the keys, which retiring one takes alone: no record can come behind the one that ends its key.
 * @throws RetiredSigner
 */
export async function putInOutbox(
  tx: Tx,
  schema: string,
  log: number,
  signed: readonly SignedDraft[],
  at: Date,
): Promise<void> {
  const records = signed.map((draft) => draft.record);
  const column = (pick: (record: (typeof records)[number]) => unknown) => records.map(pick);
  const { rows } = await sql<{ inserted: number }>`with signer as materialized (
    select id from key where id = any(${[...new Set(column((r) => r.kid))]}::text[]) and state = 'active' for share
  ), inserted as (
    insert into pending (jti, kind, sub, prev, iat, body, asked_at)
    select jti, kind, sub, prev, iat, body, ${at}
    from unnest(${column((r) => r.jti)}::uuid[], ${column((r) => r.kind)}::text[], ${column((r) => r.sub)}::text[],
      ${column((r) => r.prev)}::uuid[], ${column((r) => r.iat)}::bigint[], ${column((r) => r.jws)}::text[],
      ${column((r) => r.kid)}::text[])
      with ordinality as t (jti, kind, sub, prev, iat, body, kid, position)
    where kid in (select id from signer)
    order by position returning 1
  ) select count(*)::int as inserted, pg_notify(${channelName(schema, 'appended')}, '') from inserted`.execute(
    tx,
  );
  if (rows[0]?.inserted !== records.length) throw new RetiredSigner();
  await keepDisclosures(tx, log, signed);
  await keepBlobs(tx, log, signed, at);
}

async function keepDisclosures(tx: Tx, log: number, signed: readonly SignedDraft[]): Promise<void> {
  const rows = signed.flatMap(({ record, disclosures }) =>
    disclosures.map((disclosure) => ({
      log,
      jti: record.jti,
      digest: disclosureDigest(disclosure),
      disclosure,
    })),
  );
  if (rows.length > 0) await tx.insertInto('disclosure').values(rows).execute();
}

async function keepBlobs(tx: Tx, log: number, signed: readonly SignedDraft[], at: Date): Promise<void> {
  const rows = signed.flatMap(({ record, blob }) =>
    blob === null
      ? []
      : [
          {
            digest: Buffer.from(blob.digest).toString('hex'),
            media_type: 'application/json',
            size: blob.bytes.length,
            bytes: blob.bytes,
            jti: record.jti,
            created_at: at,
            state: 'present' as const,
          },
        ],
  );
  if (rows.length === 0) return;
  await tx
    .insertInto('blob')
    .values(rows)
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
  await keepBlobUses(
    tx,
    rows.map(({ jti, digest }) => ({ log, jti, digest })),
  );
}

/** Remembers which records carry a blob: an erasure by one log must not take what another has published. */
export async function keepBlobUses(
  tx: Tx,
  uses: readonly { log: number; jti: string; digest: string }[],
): Promise<void> {
  if (uses.length === 0) return;
  await tx
    .insertInto('blob_use')
    .values(uses)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
