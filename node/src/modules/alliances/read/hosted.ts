import { type AllianceRecords, findHosted, type HostedAlliance } from '../../../kernel/alliances/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { readSeen } from './seen.ts';

/** What a host knows of an invitation: the node's own word counts, where we hold its log. */
export type InvitationState = 'waiting' | 'accepted' | 'unread' | 'expired';

export interface HostsInvitation {
  node: string;
  invitedAt: Date;
  expiresAt: Date;
  state: InvitationState;
}

export interface HostedMembers {
  hosted: HostedAlliance;
  /** Nodes that the alliance states. */
  members: readonly string[];
  /** The newest first. */
  invitations: readonly HostsInvitation[];
}

/** Members of an alliance that this node hosts, and whom it has invited; null where it hosts none of that name. */
export async function loadHostedMembers(kernel: Kernel, slug: string): Promise<HostedMembers | null> {
  const { db, clock } = kernel;
  const hosted = await findHosted(db, slug);
  if (hosted === null) return null;
  const [stated, invited, { records, shown }] = await Promise.all([
    db
      .selectFrom('subordinate')
      .select('subject')
      .where('issuer', '=', hosted.id)
      .orderBy('subject')
      .execute(),
    db
      .selectFrom('alliance_invitation')
      .selectAll()
      .where('alliance', '=', hosted.id)
      .orderBy('invited_at', 'desc')
      .execute(),
    readSeen(db),
  ]);
  const held = new Set(shown.logs.map(({ node }) => node));
  const stateOf = (node: string, expires: Date): InvitationState => {
    if (expires <= clock.now()) return 'expired';
    if (!held.has(node)) return 'unread';
    return ownWord(records, hosted.id, node) === 'joined' ? 'accepted' : 'waiting';
  };
  return {
    hosted,
    members: stated.map(({ subject }) => subject),
    invitations: invited.map(({ node, invited_at, expires_at }) => ({
      node,
      invitedAt: invited_at,
      expiresAt: expires_at,
      state: stateOf(node, expires_at),
    })),
  };
}

/** What a node has said last about itself and an alliance. */
function ownWord({ memberships }: AllianceRecords, alliance: string, node: string): string | undefined {
  return memberships.findLast(
    ({ log, body }) => log.node === node && body.node === node && body.alliance === alliance,
  )?.body.action;
}
