import type { Tx } from '../../../kernel/database/tables.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { NotConfirmed } from '../../../kernel/records/error.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import type { OfAlliance } from '../bodies/parts.ts';
import { AllianceElsewhere, NotMember } from '../error.ts';
import { isMemberAt } from '../life/members.ts';
import { type Life, readLifeAnew } from '../read/life.ts';

/** An alliance in which this node acts as a member, and what its records say of nodes. */
export interface MemberOf {
  life: Life;
  alliance: OfAlliance['alliance'];
  now: Date;
  /** A node as it is called now. */
  snapshot(node: string): { node: string; name: string };
  /** @throws NotConfirmed where the log of the node failed a check */
  requireConfirmed(node: string): void;
}

/**
 * Finds the alliance and sees that this node is a member of it now, by the rule by which everybody judges the record.
 * @param id entity identifier @throws NotFound, NotMember, AllianceElsewhere
 */
export async function asMember(kernel: Kernel, tx: Tx, id: string): Promise<MemberOf> {
  const now = kernel.clock.now();
  const { identity } = kernel;
  const life = await readLifeAnew(tx, id, now);
  if (life === null) throw new NotFound('alliance');
  if (life.successor !== null) throw new AllianceElsewhere(life.successor.id);
  if (!isMemberAt(life.periods, identity.origin, now)) throw new NotMember();
  const partners = await tx.selectFrom('partner').select(['node', 'name', 'state']).execute();
  const { entity, charter } = life.alliance.latest.body;
  return {
    life,
    now,
    alliance: { id: entity, title: charter.title },
    snapshot(node) {
      const known = partners.find((partner) => partner.node === node)?.name;
      const own = node === identity.origin ? identity.profile.name : undefined;
      return { node, name: own ?? known ?? new URL(node).host };
    },
    requireConfirmed(node) {
      if (partners.some((partner) => partner.node === node && partner.state === 'frozen'))
        throw new NotConfirmed(node);
    },
  };
}
