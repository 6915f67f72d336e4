import { sql } from 'kysely';
import { lockKey } from '../../database/names.ts';
import type { Tx } from '../../database/tables.ts';
import type { Kernel } from '../../kernel.ts';
import { sha256Hex } from '../../sha256.ts';
import { IdempotencyKeyBusy, IdempotencyKeyReused } from '../api-error.ts';
import { MalformedRequest } from '../error.ts';

/** What is answered again when a request is repeated. */
export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A request that may be repeated: whose key, which key, and what is asked under it. */
export interface KeyedRequest {
  readonly actor: string;
  readonly key: string;
  readonly hash: string;
}

const KEY = /^[\x21-\x7e]{1,255}$/;
const KEPT_MS = 24 * 3_600_000;

/** @throws MalformedRequest where the key is none */
export function keyedRequest(
  { actor, key }: { actor: string; key: string },
  { method, url, ifMatch, body }: { method: string; url: string; ifMatch: string | undefined; body: string },
): KeyedRequest {
  if (!KEY.test(key))
    throw new MalformedRequest('Idempotency-Key is not 1 to 255 printable ASCII characters');
  const { pathname, searchParams } = new URL(url);
  // How long to wait for the answer is no part of what is asked.
  searchParams.delete('wait');
  return {
    actor,
    key,
    hash: sha256Hex(JSON.stringify([method, pathname, `${searchParams}`, ifMatch ?? null, body])),
  };
}

/**
 * The answer to the first request with this key; null where this is the first. The key is ours until the transaction
 * ends, so that of two at once one acts.
 * @throws IdempotencyKeyReused (another request with this key), IdempotencyKeyBusy (the first is not answered yet)
 */
export async function claimKey(
  tx: Tx,
  { database, clock }: Pick<Kernel, 'database' | 'clock'>,
  { actor, key, hash }: KeyedRequest,
): Promise<StoredAnswer | null> {
  const lock = lockKey(database.schema, `idempotency\0${actor}\0${key}`);
  const { rows } = await sql<{
    free: boolean;
  }>`select pg_try_advisory_xact_lock(${lock}::bigint) as free`.execute(tx);
  if (rows[0]?.free !== true) throw new IdempotencyKeyBusy();
  const first = await tx
    .selectFrom('idempotency')
    .select(['request_hash', 'response'])
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('expires_at', '>', clock.now())
    .executeTakeFirst();
  if (first === undefined) return null;
  if (first.request_hash !== hash) throw new IdempotencyKeyReused();
  // A process of the version before holds its keys in rows without an answer.
  if (first.response === null) throw new IdempotencyKeyBusy();
  return JSON.parse(first.response) as StoredAnswer;
}

/** Keeps the answer in the transaction of the act that it answers: neither is ever there without the other. */
export async function keepAnswer(
  tx: Tx,
  { clock }: Pick<Kernel, 'clock'>,
  { actor, key, hash }: KeyedRequest,
  answer: StoredAnswer,
): Promise<void> {
  const kept = {
    request_hash: hash,
    status: answer.status,
    response: JSON.stringify(answer),
    expires_at: new Date(clock.now().getTime() + KEPT_MS),
  };
  await tx
    .insertInto('idempotency')
    .values({ actor, key, ...kept })
    .onConflict((conflict) => conflict.columns(['actor', 'key']).doUpdateSet(kept))
    .execute();
}

/** Removes keys whose day is over; run once in a while. */
export async function sweepIdempotency({ db, clock }: Pick<Kernel, 'db' | 'clock'>): Promise<void> {
  await db.deleteFrom('idempotency').where('expires_at', '<=', clock.now()).execute();
}
