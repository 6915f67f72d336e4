import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import { historyOf } from '../log/history.ts';
import { endPartnership, PARTNER, type PartnerBody, partnerSubject } from '../trust/index.ts';
import type { Partner } from '../trust/trust-store.ts';

const actor: Actor = { type: 'system', reason: 'ended-by-partner' };
/** How far a partner's clock may be behind ours. */
const SKEW_MS = 60_000;

/**
 * Ends a partnership that the partner has ended: its log says so, in a record that names us. One from before we made it a
 * partner again ends nothing, and neither does one that was heeded before.
 * @returns whether it was ended
 */
export async function heedEnding(kernel: Kernel, partner: Partner): Promise<boolean> {
  const { origin, host } = kernel.identity;
  const sub = `${partner.node}${partnerSubject(host)}`;
  const [latest] = await historyOf<PartnerBody>(kernel.db, { log: partner.log, sub, kind: PARTNER }, 1);
  if (latest?.body?.action !== 'removed' || latest.body.node !== origin) return false;
  if (latest.jti === partner.endedBy) return false;
  if (latest.signedAt.getTime() < partner.addedAt.getTime() - SKEW_MS) return false;
  await endPartnership(kernel, actor, partner, { because: latest.jti });
  kernel.log.warn({ partner: partner.node, record: latest.jti }, 'a partner has ended the partnership');
  return true;
}
