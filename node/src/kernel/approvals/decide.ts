import type { Tx } from '../database/tables.ts';
import { type Actor, actorId } from '../identity/actor.ts';
import { audit } from '../identity/audit.ts';
import { require } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import { DANGEROUS_ACT_NAMES, type DangerousAct, dangerousAct } from './acts.ts';
import { NeedsSecondPerson, NothingToDecide } from './error.ts';

/**
 * Confirms an act that waits, and does it; or refuses it. Who asked can take it back, but not confirm it.
 * @throws NothingToDecide, NeedsSecondPerson, NotPermitted, and what the act throws (it then waits on)
 */
export async function decide(
  kernel: Kernel,
  actor: Actor,
  id: string,
  outcome: 'confirmed' | 'refused',
): Promise<void> {
  const { act, params, reason } = await kernel.database.transaction((tx) =>
    take(tx, kernel, actor, id, outcome),
  );
  if (outcome === 'refused') return;
  try {
    await act.run(kernel, actor, params, reason);
  } catch (error) {
    const undo = { outcome: null, decided_by: null, decided_at: null };
    await kernel.db.updateTable('approval').set(undo).where('id', '=', id).execute();
    throw error;
  }
}

/** Decides before it acts: of two who confirm at once, one finds nothing to decide. */
async function take(tx: Tx, kernel: Kernel, actor: Actor, id: string, outcome: 'confirmed' | 'refused') {
  const now = kernel.clock.now();
  const row = await tx
    .selectFrom('approval')
    .selectAll()
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  const name = DANGEROUS_ACT_NAMES.find((known) => known === row?.act);
  if (!row || name === undefined) throw new NothingToDecide();
  // biome-ignore lint/suspicious/noExplicitAny: see `dangerousAct`
  const act: DangerousAct<any> = dangerousAct(name);
  require(actor, act.permission);
  if (outcome === 'confirmed' && (await sameOrigin(tx, actorId(actor), row.asked_by))) {
    throw new NeedsSecondPerson();
  }
  await tx
    .updateTable('approval')
    .set({ outcome, decided_by: actorId(actor), decided_at: now })
    .where('id', '=', id)
    .execute();
  await audit(tx, kernel, actor, {
    act: outcome === 'confirmed' ? `${name}.confirm` : `${name}.refuse`,
    subject: row.subject,
    detail: { approval: id, askedBy: row.asked_by },
  });
  return { act, params: act.params.parse(row.params), reason: row.reason };
}

/** A token counts as whoever made it, through however many tokens. */
async function sameOrigin(tx: Tx, one: string, other: string): Promise<boolean> {
  return (await originOf(tx, one)) === (await originOf(tx, other));
}

async function originOf(tx: Tx, actor: string): Promise<string> {
  let origin = actor;
  while (origin.startsWith('staff:')) {
    const token = await tx
      .selectFrom('token')
      .select('made_by')
      .where('id', '=', origin.slice('staff:'.length))
      .executeTakeFirst();
    if (!token?.made_by || token.made_by === 'system:operator') return origin;
    origin = token.made_by;
  }
  return origin;
}
