import { sql } from 'kysely';
import type { Db } from '../database/tables.ts';
import type { Actor, GuestActor, PersonActor } from './actor.ts';
import { type Assurance, type Level, NO_ASSURANCE } from './level.ts';
import { permissionsOfGrants, type RoleGrant } from './roles.ts';
import type { SessionServices } from './sessions.ts';

/** How somebody logged in, and when. */
export interface Login {
  /** Name of the login method. */
  method: string;
  assurance: Assurance;
  at: Date;
}

type ActorServices = Pick<SessionServices, 'modules' | 'identity'>;

interface AccountRow {
  account: string;
  issuer: string;
  display_name: string | null;
  assurance: Assurance;
  grants: RoleGrant[];
}

interface SessionRow {
  created_at: Date;
  seen_at: Date;
  token: string | null;
  token_name: string | null;
  token_permissions: string[] | null;
  account: string | null;
  issuer: string | null;
  display_name: string | null;
  method: string | null;
  level: Level | null;
  notified: boolean | null;
  authenticated_at: Date | null;
  grants: RoleGrant[];
}

/** The roles of an account that another part of the statement names. */
export function grantsOf(account: string) {
  return sql`select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'resource', g.resource)), '[]')
    from role_grant g where g.account = ${sql.ref(account)}`;
}

/** One query. A revoked or expired token, and an erased account, end their sessions at once. */
export async function readSessionRow(db: Db, id: string, now: Date): Promise<SessionRow | undefined> {
  const rows = await sql<SessionRow>`select s.created_at, s.seen_at,
      s.token, t.name as token_name, t.permissions as token_permissions,
      s.account, a.issuer, a.display_name, s.method, s.level, s.notified, s.authenticated_at,
      (${grantsOf('s.account')}) as grants
    from session s left join token t on t.id = s.token left join account a on a.id = s.account
    where s.id = ${id} and s.expires_at > ${now} and (
      (t.id is not null and t.revoked_at is null and (t.expires_at is null or t.expires_at > ${now}))
      or (a.id is not null and a.erased_at is null))`.execute(db);
  return rows.rows[0];
}

export function actorOfSessionRow(services: ActorServices, row: SessionRow): Actor {
  const { account, issuer, display_name, grants } = row;
  if (account === null) {
    const { token, token_name, token_permissions } = row;
    return { type: 'staff', id: token ?? '', name: token_name ?? '', permissions: token_permissions ?? [] };
  }
  const assurance = loginOfSessionRow(row)?.assurance ?? NO_ASSURANCE;
  return actorOfAccount(services, { account, issuer: issuer ?? '', display_name, assurance, grants });
}

/** Who acts with an account, as sure as the login was. */
export function actorOfAccount(
  { modules, identity }: ActorServices,
  { account, issuer, display_name, assurance, grants }: AccountRow,
): PersonActor | GuestActor {
  if (issuer !== identity.origin) return { type: 'guest', account, issuer, assurance };
  const { permissions, permissionsAt } = permissionsOfGrants(modules, grants);
  return { type: 'person', account, issuer, name: display_name, assurance, permissions, permissionsAt };
}

export function loginOfSessionRow({ method, level, notified, authenticated_at }: SessionRow): Login | null {
  if (method === null || level === null || notified === null || authenticated_at === null) return null;
  return { method, assurance: { level, notified }, at: authenticated_at };
}
