import type { Selectable } from 'kysely';
import type { HostedAlliance } from '../../../kernel/alliances/index.ts';
import { INVITED_FOR_MS, listHosted } from '../../../kernel/alliances/index.ts';
import type { MembershipTable } from '../../../kernel/database/tables/alliances.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { SeenAlliance } from '../life/seen.ts';
import { readSeen, type Seen } from './seen.ts';

/** An invitation that the log of a host tells of. */
export interface OurInvitation {
  alliance: SeenAlliance;
  at: Date;
  until: Date;
}

export interface OurMembership extends Selectable<MembershipTable> {
  /** Where this node shows the alliance; null where it does not read its host. */
  path: string | null;
  hosted: boolean;
}

export interface OurMemberships {
  /** Open ones, the newest first. */
  invitations: readonly OurInvitation[];
  memberships: readonly OurMembership[];
  hosted: readonly HostedAlliance[];
}

/** What this node belongs to, what it hosts, and what it is invited to as far as it reads the hosts. */
export async function loadOurMemberships(kernel: Kernel): Promise<OurMemberships> {
  const [seen, rows, hosted] = await Promise.all([
    readSeen(kernel.db),
    kernel.db.selectFrom('membership').selectAll().where('state', '<>', 'left').orderBy('alliance').execute(),
    listHosted(kernel.db),
  ]);
  const belongs = new Set(
    rows.filter(({ state }) => state === 'joined' || state === 'member').map(({ alliance }) => alliance),
  );
  const us = kernel.identity.origin;
  const now = kernel.clock.now();
  return {
    invitations: [...seen.alliances.values()]
      .filter(({ id }) => !belongs.has(id))
      .flatMap((alliance) => invitationIn(seen, alliance, us) ?? [])
      .filter(({ until }) => until > now)
      .sort((a, b) => b.at.getTime() - a.at.getTime()),
    memberships: rows.map((row) => ({
      ...row,
      path: seen.alliances.get(row.alliance)?.path ?? null,
      hosted: hosted.some(({ id, state }) => id === row.alliance && state === 'active'),
    })),
    hosted: hosted.filter(({ state }) => state === 'active'),
  };
}

/** The invitation of a node, where that is the host's last word on it. */
export function invitationIn({ records }: Seen, alliance: SeenAlliance, node: string): OurInvitation | null {
  const last = records.memberships.findLast(
    ({ log, body }) => log.node === alliance.host.node && body.alliance === alliance.id && body.node === node,
  );
  if (last?.body.action !== 'invited') return null;
  return { alliance, at: last.at, until: new Date(last.at.getTime() + INVITED_FOR_MS) };
}
