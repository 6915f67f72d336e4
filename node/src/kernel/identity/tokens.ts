import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../clock.ts';
import type { Db, Tx } from '../database/tables.ts';
import type { ModuleRegistry } from '../module/registry.ts';
import type { Actor } from './actor.ts';
import { NoSuchToken } from './error.ts';
import { checkPermissions } from './permissions.ts';

/** A staff token as lists show it: nothing of it can be used to sign in. */
export interface StaffToken {
  id: string;
  name: string;
  permissions: readonly string[];
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  /** Id of the actor who made it; null: made on the machine itself. */
  madeBy: string | null;
}

export interface NewToken {
  name: string;
  permissions: readonly string[];
  expiresAt?: Date | null;
  madeBy?: string | null;
}

export type StaffActor = Extract<Actor, { type: 'staff' }>;

const PREFIX = 'koinon_';
const FORM = /^koinon_[A-Za-z0-9_-]{43}$/;
/** `last_used_at` is a hint for the operator; a write per request would cost more than it tells. */
const USED_EVERY_MS = 60_000;

/**
 * Makes a token of 256 random bits; it is returned once and only its SHA-256 is kept.
 * @throws UnknownPermission
 */
export async function createToken(
  tx: Tx,
  services: { clock: Clock; modules: ModuleRegistry },
  { name, permissions, expiresAt = null, madeBy = null }: NewToken,
): Promise<{ id: string; token: string }> {
  checkPermissions(services.modules, permissions);
  const id = uuidv7();
  const token = PREFIX + randomBytes(32).toString('base64url');
  await tx
    .insertInto('token')
    .values({
      id,
      name,
      hash: hashSecret(token),
      permissions: JSON.stringify(permissions),
      created_at: services.clock.now(),
      expires_at: expiresAt,
      made_by: madeBy,
    })
    .execute();
  return { id, token };
}

export async function listTokens(db: Db | Tx): Promise<StaffToken[]> {
  const rows = await db.selectFrom('token').selectAll().orderBy('created_at').orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    permissions: row.permissions,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
    madeBy: row.made_by,
  }));
}

/**
 * Ends a token, every session that it opened, and what was made with it: further tokens, and invitations that nobody has
 * accepted yet. @throws NoSuchToken
 */
export async function revokeToken(tx: Tx, clock: Clock, id: string): Promise<void> {
  const now = clock.now();
  const { rows } = await sql<{ id: string }>`with recursive gone as (
      select id from token where id = ${id} and revoked_at is null
      union select t.id from token t join gone g on t.made_by = 'staff:' || g.id where t.revoked_at is null
    )
    update token set revoked_at = ${now} where id in (select id from gone) returning id`.execute(tx);
  if (rows.length === 0) throw new NoSuchToken(id);
  const ids = rows.map((row) => row.id);
  await tx.deleteFrom('session').where('token', 'in', ids).execute();
  await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where(
      'invited_by',
      'in',
      ids.map((one) => `staff:${one}`),
    )
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

/** The actor of a token, or null where it is unknown, expired or revoked. */
export async function actorOfToken(db: Db, clock: Clock, token: string): Promise<StaffActor | null> {
  if (!FORM.test(token)) return null;
  const hash = hashSecret(token);
  const row = await db.selectFrom('token').selectAll().where('hash', '=', hash).executeTakeFirst();
  if (row === undefined || !sameHash(row.hash, hash)) return null;
  const now = clock.now();
  if (row.revoked_at !== null || (row.expires_at !== null && row.expires_at <= now)) return null;
  if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > USED_EVERY_MS) {
    await db.updateTable('token').set({ last_used_at: now }).where('id', '=', row.id).execute();
  }
  return { type: 'staff', id: row.id, name: row.name, permissions: row.permissions };
}

/** SHA-256, lower-case hex: the secrets have full entropy, so a slow hash would add nothing. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
