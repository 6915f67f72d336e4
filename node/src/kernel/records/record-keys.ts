import { type KeysBody, publicKeyFromJwk, thumbprint } from '@koinon/records';
import { sql } from 'kysely';
import type { Tx } from '../database/tables.ts';

/**
 * Applies a `kernel/keys@1` at its place in the log: keys it lists are valid from there on, keys that it no longer lists
 * (or revokes) end behind it, because one of them may have signed it. Idempotent. The rule is that of `applyKeys`.
 */
export async function applyRecordKeys(tx: Tx, log: number, index: number, body: KeysBody): Promise<void> {
  const revoked = new Set(body.revoked ?? []);
  const listed = body.keys.filter(({ kid, jwk }) => !revoked.has(kid) && isOwnThumbprint(kid, jwk));
  const kids = listed.map((key) => key.kid);
  await sql`update record_key set until_index = ${index + 1}
    where log = ${log} and until_index is null and from_index <= ${index} and not kid = any(${kids}::text[])`.execute(
    tx,
  );
  await sql`insert into record_key (log, kid, jwk, from_index)
    select ${log}, kid, jwk::jsonb, ${index}
    from unnest(${kids}::text[], ${listed.map((key) => JSON.stringify(key.jwk))}::text[]) as t (kid, jwk)
    where not exists (select 1 from record_key k where k.log = ${log} and k.kid = t.kid and k.until_index is null)
    on conflict (log, kid, from_index) do nothing`.execute(tx);
}

/** A key under another name than its own thumbprint could pass for a key that is pinned. */
function isOwnThumbprint(kid: string, jwk: KeysBody['keys'][number]['jwk']): boolean {
  try {
    publicKeyFromJwk(jwk);
    return thumbprint(jwk) === kid;
  } catch {
    return false;
  }
}
