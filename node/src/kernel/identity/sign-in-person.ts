import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database/tables.ts';
import type { GuestActor, PersonActor } from './actor.ts';
import { browserLabel } from './browser-label.ts';
import { NoSuchAccount } from './error.ts';
import type { Assurance } from './level.ts';
import { insertSession, readSession, type SessionServices } from './sessions.ts';

/** Who has just proved who they are, and how. */
export interface PersonLogin {
  /** Entity identifier of the home node; the own origin for own people. */
  issuer: string;
  subject: string;
  /** Name of the login method. */
  method: string;
  assurance: Assurance;
  /** When the person proved it: at the home node, for a guest. */
  at: Date;
  /** How to address the person from now on; own people only. */
  name?: string | null;
}

/**
 * Opens a session for a person, under a new id; the browser's earlier session ends. A guest's account is made at the first
 * login; own people have theirs from `findOrMakeOwnAccount`.
 * @throws NoSuchAccount
 */
export async function signInPerson(
  services: SessionServices,
  login: PersonLogin,
  { earlierCookie, userAgent }: { earlierCookie?: string | undefined; userAgent?: string | undefined },
): Promise<{ cookie: string; actor: PersonActor | GuestActor }> {
  const { database, clock } = services;
  const cookie = await database.transaction(async (tx) => {
    const account = await accountOf(tx, services, login);
    return await insertSession(tx, clock, earlierCookie, {
      account,
      method: login.method,
      ...login.assurance,
      authenticated_at: login.at,
      browser: browserLabel(userAgent),
    });
  });
  const session = await readSession(services, cookie);
  if (session?.actor.type !== 'person' && session?.actor.type !== 'guest') throw new NoSuchAccount();
  return { cookie, actor: session.actor };
}

async function accountOf(tx: Tx, services: SessionServices, login: PersonLogin): Promise<string> {
  const { issuer, subject, name } = login;
  const now = services.clock.now();
  if (issuer !== services.identity.origin) return await guestAccount(tx, issuer, subject, now);
  const known = await tx
    .updateTable('account')
    .set({ last_login_at: now, ...(name ? { display_name: name } : {}) })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('id')
    .executeTakeFirst();
  if (!known) throw new NoSuchAccount();
  return known.id;
}

async function guestAccount(tx: Tx, issuer: string, subject: string, now: Date): Promise<string> {
  const { id } = await tx
    .insertInto('account')
    .values({ id: uuidv7(), issuer, subject, created_at: now, last_login_at: now })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doUpdateSet({ last_login_at: now }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}
