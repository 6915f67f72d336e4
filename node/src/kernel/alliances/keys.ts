import { PIN_OVERLAP } from '@koinon/trust';
import type { Actor } from '../identity/actor.ts';
import { require } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import { LastKey, NoSuchKey, TooSoon } from '../keys/error.ts';
import type { Act } from '../records/record.ts';
import { allianceSigners, makeAllianceKey, requireHosted } from './hosted.ts';
import { publishAlliance } from './records.ts';

/** Makes the next key of an alliance; it signs when every member has had 30 days to learn it. A public act. */
export async function rotateAllianceKey(
  kernel: Kernel,
  actor: Actor,
  slug: string,
): Promise<{ act: Act; kid: string }> {
  require(actor, 'kernel.alliances');
  return await kernel.database.transaction(async (tx) => {
    const alliance = await requireHosted(tx, slug);
    const kid = await makeAllianceKey(tx, kernel, alliance.id);
    return { act: await publishAlliance(tx, kernel, actor, alliance, 'keys'), kid };
  });
}

/**
 * Ends the use of a key of an alliance, a public act. Members learn a key only from a statement that an older one signed, so
 * that its successor must have been listed for 30 days; with `lost` it ends at once, for those who have learned the successor.
 * @throws AllianceRefused, NoSuchKey, LastKey, TooSoon
 */
export async function retireAllianceKey(
  kernel: Kernel,
  actor: Actor,
  { slug, kid, lost }: { slug: string; kid: string; lost: boolean },
): Promise<Act> {
  require(actor, 'kernel.alliances');
  return await kernel.database.transaction(async (tx) => {
    const alliance = await requireHosted(tx, slug);
    const signers = await allianceSigners(tx, kernel, alliance.id);
    const rest = signers.filter(({ id }) => id !== kid);
    if (rest.length === signers.length) throw new NoSuchKey(kid);
    const [oldest] = rest;
    if (oldest === undefined) throw new LastKey('alliance', kid);
    const known = new Date(oldest.createdAt.getTime() + PIN_OVERLAP * 1000);
    if (!lost && kernel.clock.now() < known) throw new TooSoon(kid, known);
    await tx
      .updateTable('alliance_key')
      .set({ retired_at: kernel.clock.now() })
      .where('alliance', '=', alliance.id)
      .where('kid', '=', kid)
      .execute();
    return await publishAlliance(tx, kernel, actor, alliance, 'keys');
  });
}
