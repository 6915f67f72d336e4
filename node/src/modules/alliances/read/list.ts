import type { Selectable } from 'kysely';
import type { MembershipTable } from '../../../kernel/database/tables/alliances.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { membersAt, membershipPeriods } from '../life/members.ts';
import { lineageOf, type SeenAlliance } from '../life/seen.ts';
import { keptSeen } from './seen.ts';

/** What this node is in an alliance. */
export type OurPart = 'prepared' | 'moved' | 'member' | 'joined' | 'former' | 'none';

export interface AllianceList {
  /** Those of which a log tells that we hold. */
  seen: readonly { alliance: SeenAlliance; members: number; standing: OurPart }[];
  /** Ours at hosts whose logs we do not follow. */
  elsewhere: readonly Selectable<MembershipTable>[];
}

export async function loadAlliances(kernel: Kernel): Promise<AllianceList> {
  const seen = await keptSeen(kernel);
  const memberships = await kernel.db
    .selectFrom('membership')
    .selectAll()
    .where('state', '<>', 'left')
    .orderBy('alliance')
    .execute();
  const held = new Set(seen.shown.logs.map(({ node }) => node));
  const now = kernel.clock.now();
  const ours = kernel.identity.origin;
  return {
    seen: [...seen.alliances.values()].map((alliance) => {
      const periods = membershipPeriods(seen.records, lineageOf(seen.alliances, alliance.id), held);
      const members = membersAt(periods, now);
      const state = memberships.find((one) => one.alliance === alliance.id)?.state;
      const standing = ((): OurPart => {
        if (alliance.latest.body.action === 'prepared') return 'prepared';
        if (alliance.latest.body.successor !== undefined) return 'moved';
        if (members.includes(ours)) return 'member';
        if (state === 'joined') return 'joined';
        return periods.some(({ node }) => node === ours) ? 'former' : 'none';
      })();
      return { alliance, members: members.length, standing };
    }),
    elsewhere: memberships.filter(({ alliance }) => !seen.alliances.has(alliance)),
  };
}
