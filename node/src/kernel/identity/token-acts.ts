import type { Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import { type Actor, actorId } from './actor.ts';
import { audit } from './audit.ts';
import { require } from './can.ts';
import { requireMayGive } from './granting.ts';
import { createToken, type NewToken, revokeToken } from './tokens.ts';

type Services = Pick<Kernel, 'clock' | 'modules'>;

/**
 * Makes a token that can do no more than its maker, and ends when the maker loses what it can do.
 * @throws NotPermitted, BeyondOwnPermissions, UnknownPermission
 */
export async function makeToken(
  tx: Tx,
  services: Services,
  actor: Actor,
  token: Omit<NewToken, 'madeBy'>,
): Promise<{ id: string; token: string }> {
  require(actor, 'kernel.tokens');
  requireMayGive(actor, token.permissions);
  const made = await createToken(tx, services, { ...token, madeBy: actorId(actor) });
  await audit(tx, services, actor, {
    act: 'token.make',
    subject: `staff:${made.id}`,
    detail: {
      permissions: [...token.permissions],
      expiresAt: token.expiresAt?.toISOString() ?? null,
    },
  });
  return made;
}

/** @throws NotPermitted, NoSuchToken */
export async function endToken(tx: Tx, services: Services, actor: Actor, id: string): Promise<void> {
  require(actor, 'kernel.tokens');
  await revokeToken(tx, services.clock, id);
  await audit(tx, services, actor, { act: 'token.revoke', subject: `staff:${id}` });
}
