import { advisoryLock } from '../database/advisory-lock.ts';
import type { Actor } from '../identity/actor.ts';
import { require } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import type { Act } from '../records/record.ts';
import { NoSuchPartner } from './error.ts';
import { publishPartner } from './publish-partner.ts';

/**
 * Ends a partnership: the node is no longer followed, asked or cosigned. What was checked so far stays, with its proof.
 * A public act. @throws NoSuchPartner, NotPermitted
 */
export async function removePartner(
  kernel: Kernel,
  actor: Actor,
  { host, reason }: { host: string; reason?: string | undefined },
): Promise<Act> {
  require(actor, 'kernel.partners');
  const partner = await kernel.trust.partner(host);
  if (partner === null) throw new NoSuchPartner(host);
  const vkeys = await kernel.trust.logKeys(partner.logOrigin);
  const witness = (await kernel.trust.witnesses()).find(({ name }) => name === partner.witnessName);
  return await kernel.database.transaction(async (tx) => {
    await advisoryLock(tx, kernel.database.schema, 'trust');
    await tx.updateTable('partner').set({ state: 'removed' }).where('id', '=', partner.id).execute();
    await tx.deleteFrom('log_key').where('origin', '=', partner.logOrigin).execute();
    await tx.deleteFrom('witness_key').where('name', '=', partner.witnessName).execute();
    await tx.deleteFrom('agreement').where('origin', '=', partner.logOrigin).execute();
    await tx.deleteFrom('agreement').where('peer', '=', partner.node).execute();
    await kernel.database.notify(tx, 'wake', partner.logOrigin);
    return await publishPartner(tx, kernel, actor, partner.host, {
      action: 'removed',
      node: partner.node,
      name: partner.name,
      log: { origin: partner.logOrigin, vkeys: [...vkeys] },
      witness: { name: partner.witnessName, vkeys: [...(witness?.vkeys ?? [])] },
      pinned: [...partner.pinnedKids],
      ...(reason === undefined ? {} : { reason }),
    });
  });
}
