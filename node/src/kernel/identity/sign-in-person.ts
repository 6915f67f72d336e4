import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { GuestActor, PersonActor } from './actor.ts';
import { browserLabel } from './browser-label.ts';
import { NoSuchAccount } from './error.ts';
import type { Assurance } from './level.ts';
import type { RoleGrant } from './roles.ts';
import { actorOfAccount, grantsOf } from './session-row.ts';
import { type SessionServices, sessionEnd } from './sessions.ts';
import { hashSecret } from './tokens.ts';

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
 * Opens a session for a person, under a new id; the browser's earlier session ends. One statement. A guest's account is made at the first
 * login; own people have theirs from `findOrMakeOwnAccount`.
 * @throws NoSuchAccount
 */
export async function signInPerson(
  services: SessionServices,
  login: PersonLogin,
  { earlierCookie, userAgent }: { earlierCookie?: string | undefined; userAgent?: string | undefined },
): Promise<{ cookie: string; actor: PersonActor | GuestActor }> {
  const { db, clock, identity } = services;
  const cookie = randomBytes(32).toString('base64url');
  const now = clock.now();
  const { issuer, method, assurance } = login;
  const account = issuer === identity.origin ? ownAccount(login, now) : guestAccount(login, now);
  const { rows } = await sql<PersonRow>`with known as (${account}),
    ended as (delete from session where id = ${earlierCookie === undefined ? null : hashSecret(earlierCookie)})
    insert into session (id, created_at, seen_at, expires_at, account, method, level, notified, authenticated_at, browser)
    select ${hashSecret(cookie)}, ${now}, ${now}, ${sessionEnd(now)}, known.id, ${method}, ${assurance.level},
      ${assurance.notified}, ${login.at}, ${browserLabel(userAgent)} from known
    returning account, (select display_name from known), (${grantsOf('session.account')}) as grants`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new NoSuchAccount();
  return { cookie, actor: actorOfAccount(services, { ...row, issuer, assurance }) };
}

interface PersonRow {
  account: string;
  display_name: string | null;
  grants: RoleGrant[];
}

function ownAccount({ issuer, subject, name }: PersonLogin, now: Date) {
  return sql`update account set last_login_at = ${now}, display_name = coalesce(${name || null}, display_name)
    where issuer = ${issuer} and subject = ${subject} returning id, display_name`;
}

function guestAccount({ issuer, subject }: PersonLogin, now: Date) {
  return sql`insert into account (id, issuer, subject, created_at, last_login_at)
    values (${uuidv7()}, ${issuer}, ${subject}, ${now}, ${now})
    on conflict (issuer, subject) do update set last_login_at = excluded.last_login_at
    returning id, display_name`;
}
