import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Db } from '../database/tables.ts';
import { BadToken } from './error.ts';
import { actorOfToken, hashSecret, type StaffActor } from './tokens.ts';

/** A session ends when it was not used for this long, and after `LONGEST_MS` whatever happens. */
const IDLE_MS = 12 * 3_600_000;
const LONGEST_MS = 7 * 24 * 3_600_000;
/** How often use is noted: often enough for sliding expiry, without a write per page. */
const SEEN_EVERY_MS = 5 * 60_000;

/** How long the browser keeps the cookie, in seconds; the server's own expiry decides. */
export const SESSION_COOKIE_SECONDS = LONGEST_MS / 1000;

type Services = { db: Db; clock: Clock };

/**
 * Opens a session for a token, and ends the browser's earlier one: its id must not outlive the change of who is signed in.
 * @throws BadToken
 */
export async function openSession(
  { db, clock }: Services,
  token: string,
  earlier: string | undefined,
): Promise<{ cookie: string; actor: StaffActor }> {
  const actor = await actorOfToken(db, clock, token.trim());
  if (actor === null) throw new BadToken();
  const cookie = randomBytes(32).toString('base64url');
  const now = clock.now();
  if (earlier !== undefined) await closeSession({ db }, earlier);
  await db
    .insertInto('session')
    .values({
      id: hashSecret(cookie),
      token: actor.id,
      created_at: now,
      seen_at: now,
      expires_at: new Date(now.getTime() + IDLE_MS),
    })
    .execute();
  return { cookie, actor };
}

/** The person of a session cookie, or null. One query; a revoked or expired token ends its sessions at once. */
export async function actorOfSession({ db, clock }: Services, cookie: string): Promise<StaffActor | null> {
  const id = hashSecret(cookie);
  const now = clock.now();
  const row = await db
    .selectFrom('session')
    .innerJoin('token', 'token.id', 'session.token')
    .where('session.id', '=', id)
    .where('session.expires_at', '>', now)
    .where('token.revoked_at', 'is', null)
    .where((eb) => eb.or([eb('token.expires_at', 'is', null), eb('token.expires_at', '>', now)]))
    .select(['token.id', 'token.name', 'token.permissions', 'session.seen_at', 'session.created_at'])
    .executeTakeFirst();
  if (row === undefined) return null;
  if (now.getTime() - row.seen_at.getTime() > SEEN_EVERY_MS) {
    const end = Math.min(now.getTime() + IDLE_MS, row.created_at.getTime() + LONGEST_MS);
    await db
      .updateTable('session')
      .set({ seen_at: now, expires_at: new Date(end) })
      .where('id', '=', id)
      .execute();
  }
  return { type: 'staff', id: row.id, name: row.name, permissions: row.permissions };
}

export async function closeSession({ db }: Pick<Services, 'db'>, cookie: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', hashSecret(cookie)).execute();
}

/** Removes what has expired; run once in a while. */
export async function sweepSessions({ db, clock }: Services): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', clock.now()).execute();
}
