import { advisoryLock } from '../database/advisory-lock.ts';
import { dropChain, dropSubordinate } from '../federation/index.ts';
import type { Actor } from '../identity/actor.ts';
import { require } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import type { Act } from '../records/record.ts';
import { NoSuchPartner } from './error.ts';
import { publishPartner } from './publish-partner.ts';
import type { Partner } from './trust-store.ts';

/**
 * Ends a partnership: the node is no longer stated, trusted, followed, asked or cosigned. What was checked so far stays, with
 * its proof. A public act; the other side ends it too when it reads of it. @throws NoSuchPartner, NotPermitted
 */
export async function removePartner(
  kernel: Kernel,
  actor: Actor,
  { host, reason }: { host: string; reason?: string | undefined },
): Promise<Act> {
  require(actor, 'kernel.partners');
  const partner = await kernel.trust.partner(host);
  if (partner === null) throw new NoSuchPartner(host);
  return await endPartnership(kernel, actor, partner, reason === undefined ? {} : { reason });
}

/** As `removePartner`, for whoever has decided already. `because`: the partner's own record that ended it. */
export async function endPartnership(
  kernel: Kernel,
  actor: Actor,
  partner: Partner,
  why: { reason?: string; because?: string },
): Promise<Act> {
  const { node, logOrigin, witnessName } = partner;
  const vkeys = await kernel.trust.logKeys(logOrigin);
  const witness = (await kernel.trust.witnesses()).find(({ name }) => name === witnessName);
  return await kernel.database.transaction(async (tx) => {
    await advisoryLock(tx, kernel.database.schema, 'trust');
    const ended_by = why.because ?? null;
    await tx
      .updateTable('partner')
      .set({ state: 'removed', ended_by })
      .where('id', '=', partner.id)
      .execute();
    await tx.deleteFrom('log_key').where('origin', '=', logOrigin).execute();
    await tx.deleteFrom('witness_key').where('name', '=', witnessName).execute();
    await tx.deleteFrom('agreement').where('origin', '=', logOrigin).execute();
    await tx.deleteFrom('agreement').where('peer', '=', node).execute();
    await dropSubordinate(tx, kernel.identity.origin, node);
    await dropChain(tx, node);
    await kernel.database.notify(tx, 'wake', logOrigin);
    const act = await publishPartner(tx, kernel, actor, partner.host, {
      action: 'removed',
      node,
      name: partner.name,
      log: { origin: logOrigin, vkeys: [...vkeys] },
      witness: { name: witnessName, vkeys: [...(witness?.vkeys ?? [])] },
      pinned: [...partner.pinnedKids],
      ...why,
    });
    // Whoever ended it first has no need to be told.
    if (witness?.url && why.because === undefined) {
      await kernel.database.notify(tx, 'farewell', JSON.stringify({ url: witness.url, jti: act.jti }));
    }
    return act;
  });
}
