import { type Invitation, listInvitations, type Role } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { namesOf } from './names.ts';

export interface StaffPerson {
  account: string;
  name: string | null;
  lastLoginAt: Date | null;
  grants: { id: string; role: Role; resource: string | null; grantedAt: Date }[];
}

/** Everybody with a role, by name. */
export async function loadPeople({ db }: Pick<Kernel, 'db'>): Promise<StaffPerson[]> {
  const rows = await db
    .selectFrom('role_grant as g')
    .innerJoin('account as a', 'a.id', 'g.account')
    .select(['g.id', 'g.role', 'g.resource', 'g.granted_at', 'a.id as account'])
    .select(['a.display_name', 'a.last_login_at'])
    .orderBy('a.display_name')
    .orderBy('a.id')
    .orderBy('g.role')
    .execute();
  const people = new Map<string, StaffPerson>();
  for (const row of rows) {
    const { account, display_name: name, last_login_at: lastLoginAt } = row;
    const person = people.get(account) ?? { account, name, lastLoginAt, grants: [] };
    person.grants.push({ id: row.id, role: row.role, resource: row.resource, grantedAt: row.granted_at });
    people.set(account, person);
  }
  return [...people.values()];
}

/** An own person, with or without a role; null where there is none. */
export async function loadPerson(kernel: Kernel, account: string): Promise<StaffPerson | null> {
  const row = await kernel.db
    .selectFrom('account')
    .select(['id', 'display_name', 'last_login_at'])
    .where('id', '=', account)
    .where('issuer', '=', kernel.identity.origin)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  const grants = (await loadPeople(kernel)).find((person) => person.account === account)?.grants ?? [];
  return { account, name: row.display_name, lastLoginAt: row.last_login_at, grants };
}

export interface OpenInvitation extends Invitation {
  /** Name of who invited; null where it is not known any more. */
  by: string | null;
}

export async function loadInvitations(kernel: Kernel): Promise<OpenInvitation[]> {
  const open = await listInvitations(kernel.db, kernel);
  const names = await namesOf(
    kernel.db,
    open.map(({ invitedBy }) => invitedBy),
  );
  return open.map((invitation) => ({ ...invitation, by: names.get(invitation.invitedBy) ?? null }));
}
