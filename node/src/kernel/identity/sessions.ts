import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Db, Tx } from '../database/tables.ts';
import type { ModuleRegistry } from '../module/registry.ts';
import type { NodeIdentity } from '../node-identity.ts';
import type { Actor } from './actor.ts';
import { BadToken } from './error.ts';
import { actorOfSessionRow, type Login, loginOfSessionRow, readSessionRow } from './session-row.ts';
import { actorOfToken, hashSecret, type StaffActor } from './tokens.ts';

/** A session ends when it was not used for this long, and after `LONGEST_MS` whatever happens. */
const IDLE_MS = 12 * 3_600_000;
const LONGEST_MS = 7 * 24 * 3_600_000;
/** How often use is noted: often enough for sliding expiry, without a write per page. */
const SEEN_EVERY_MS = 5 * 60_000;

/** How long the browser keeps the cookie, in seconds; the server's own expiry decides. */
export const SESSION_COOKIE_SECONDS = LONGEST_MS / 1000;

export interface SessionServices {
  db: Db;
  database: Pick<Database, 'transaction'>;
  clock: Clock;
  modules: Pick<ModuleRegistry, 'modules'>;
  identity: Pick<NodeIdentity, 'origin'>;
}

/**
 * Opens a session for a token, and ends the browser's earlier one: its id must not outlive the change of who is signed in.
 * @throws BadToken
 */
export async function openSession(
  { db, database, clock }: Pick<SessionServices, 'db' | 'database' | 'clock'>,
  token: string,
  { earlierCookie, browser = null }: { earlierCookie?: string | undefined; browser?: string | null } = {},
): Promise<{ cookie: string; actor: StaffActor }> {
  const actor = await actorOfToken(db, clock, token.trim());
  if (actor === null) throw new BadToken();
  const cookie = randomBytes(32).toString('base64url');
  const now = clock.now();
  await database.transaction(async (tx) => {
    if (earlierCookie !== undefined) await closeSession({ db: tx }, earlierCookie);
    await tx
      .insertInto('session')
      .values({
        id: hashSecret(cookie),
        created_at: now,
        seen_at: now,
        expires_at: sessionEnd(now),
        token: actor.id,
        browser,
      })
      .execute();
  });
  return { cookie, actor };
}

/** When a session ends that is used now and not again. */
export function sessionEnd(now: Date): Date {
  return new Date(now.getTime() + IDLE_MS);
}

/** Who a session cookie belongs to, and how they logged in (null for a token); null where there is no session. */
export async function readSession(
  services: SessionServices,
  cookie: string,
): Promise<{ actor: Actor; login: Login | null } | null> {
  const { db, clock } = services;
  const id = hashSecret(cookie);
  const now = clock.now();
  const row = await readSessionRow(db, id, now);
  if (row === undefined) return null;
  if (now.getTime() - row.seen_at.getTime() > SEEN_EVERY_MS) {
    const end = Math.min(now.getTime() + IDLE_MS, row.created_at.getTime() + LONGEST_MS);
    await db
      .updateTable('session')
      .set({ seen_at: now, expires_at: new Date(end) })
      .where('id', '=', id)
      .execute();
  }
  return { actor: actorOfSessionRow(services, row), login: loginOfSessionRow(row) };
}

export async function closeSession({ db }: { db: Db | Tx }, cookie: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', hashSecret(cookie)).execute();
}

/** Removes what has expired; run once in a while. */
export async function sweepSessions({ db, clock }: Pick<SessionServices, 'db' | 'clock'>): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', clock.now()).execute();
}
