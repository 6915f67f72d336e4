import type { GuestActor, Login, OwnSession, PersonActor } from '../../../kernel/identity/index.ts';
import { listSessions, type RoleGrant } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { AccountPage } from '../../../kernel/module/module.ts';

export interface AccountView {
  actor: PersonActor | GuestActor;
  login: Login | null;
  sessions: (OwnSession & { current: boolean })[];
  roles: RoleGrant[];
  pages: readonly AccountPage[];
}

export async function loadAccount(
  kernel: Kernel,
  actor: PersonActor | GuestActor,
  login: Login | null,
  sessionId: string | null,
): Promise<AccountView> {
  const sessions = await listSessions(kernel.db, kernel.clock, actor.account);
  const roles = await kernel.db
    .selectFrom('role_grant')
    .select(['role', 'resource'])
    .where('account', '=', actor.account)
    .orderBy('role')
    .execute();
  const pages = kernel.modules.modules
    .flatMap((module) => module.accountPages ?? [])
    .filter((page) => actor.type === 'person' || page.guests)
    .filter((page) => page.offered?.(kernel) ?? true);
  return {
    actor,
    login,
    sessions: sessions.map((session) => ({ ...session, current: session.id === sessionId })),
    roles,
    pages,
  };
}
