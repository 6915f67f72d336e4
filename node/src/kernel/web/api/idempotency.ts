import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Kernel } from '../../kernel.ts';
import { IdempotencyKeyBusy, IdempotencyKeyReused } from '../api-error.ts';
import { MalformedRequest } from '../error.ts';

/** What is answered again when a request is repeated. */
export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const KEY = /^[\x21-\x7e]{1,255}$/;
const KEPT_MS = 24 * 3_600_000;
/** How long an unanswered request holds its key: a process that died in the middle must not hold it for a day. */
const BUSY_MS = 2 * 60_000;

/**
 * Runs `work` once per key and actor within 24 h and answers repetitions with the first answer. A failed request leaves
 * no trace, so it may be repeated with the same key.
 * @throws IdempotencyKeyReused (another request with this key), IdempotencyKeyBusy (the first is not answered yet)
 */
export async function once(
  { db, clock }: Pick<Kernel, 'db' | 'clock'>,
  request: { actor: string; key: string; method: string; path: string; body: string },
  work: () => Promise<StoredAnswer>,
): Promise<{ answer: StoredAnswer; repeated: boolean }> {
  const { actor, key } = request;
  if (!KEY.test(key))
    throw new MalformedRequest('Idempotency-Key is not 1 to 255 printable ASCII characters');
  const hash = createHash('sha256')
    .update(`${request.method} ${request.path}\n${request.body}`)
    .digest('hex');
  const now = clock.now();
  const fresh = { request_hash: hash, expires_at: new Date(now.getTime() + BUSY_MS) };
  const taken = await db
    .insertInto('idempotency')
    .values({ actor, key, ...fresh })
    .onConflict((conflict) =>
      conflict
        .columns(['actor', 'key'])
        .doUpdateSet({ ...fresh, status: null, response: null })
        .where('idempotency.expires_at', '<=', now),
    )
    .returning(sql`1`.as('taken'))
    .executeTakeFirst();
  const row = db.selectFrom('idempotency').where('actor', '=', actor).where('key', '=', key);
  if (taken === undefined) {
    const first = await row.selectAll().executeTakeFirst();
    if (first === undefined) throw new IdempotencyKeyBusy();
    if (first.request_hash !== hash) throw new IdempotencyKeyReused();
    if (first.response === null) throw new IdempotencyKeyBusy();
    return { answer: JSON.parse(first.response) as StoredAnswer, repeated: true };
  }
  try {
    const answer = await work();
    await db
      .updateTable('idempotency')
      .set({
        status: answer.status,
        response: JSON.stringify(answer),
        expires_at: new Date(clock.now().getTime() + KEPT_MS),
      })
      .where('actor', '=', actor)
      .where('key', '=', key)
      .execute();
    return { answer, repeated: false };
  } catch (error) {
    await db.deleteFrom('idempotency').where('actor', '=', actor).where('key', '=', key).execute();
    throw error;
  }
}

/** Removes keys whose day is over; run once in a while. */
export async function sweepIdempotency({ db, clock }: Pick<Kernel, 'db' | 'clock'>): Promise<void> {
  await db.deleteFrom('idempotency').where('expires_at', '<=', clock.now()).execute();
}
