import type { Tx } from '../database/tables.ts';
import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import type { HostedAlliance } from './hosted.ts';
import { publishAlliance } from './records.ts';

const actor: Actor = { type: 'system', reason: 'alliance' };

/** The alliance that was prepared here counts from now on: its former host has handed it over, as this node has read itself. */
export async function takeOver(tx: Tx, kernel: Kernel, id: string): Promise<void> {
  const alliance = await tx
    .updateTable('alliance')
    .set({ state: 'active', changed_at: kernel.clock.now() })
    .where('id', '=', id)
    .where('state', '=', 'prepared')
    .returningAll()
    .executeTakeFirst();
  if (alliance === undefined) return;
  await publishAlliance(tx, kernel, actor, alliance as HostedAlliance, 'took-over');
  await tx.updateTable('membership').set({ state: 'member' }).where('alliance', '=', id).execute();
}
