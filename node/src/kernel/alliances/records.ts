import type { Tx } from '../database/tables.ts';
import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import type { Act } from '../records/record.ts';
import { latestOf } from '../trust/index.ts';
import { allianceJwks, type HostedAlliance, markType } from './hosted.ts';
import { ALLIANCE, type AllianceBody, MEMBERSHIP, type MembershipBody, TRUST_MARK } from './kinds.ts';

async function publishNext(tx: Tx, kernel: Kernel, actor: Actor, kind: string, sub: string, body: unknown) {
  return await kernel.records.publish(tx, actor, { kind, sub, prev: await latestOf(tx, kernel, sub), body });
}

/** Publishes what a hosted alliance is from now on. */
export async function publishAlliance(
  tx: Tx,
  kernel: Kernel,
  actor: Actor,
  { id, slug, charter, chair, mark_names, policy, predecessor, successor, hand_over }: HostedAlliance,
  action: AllianceBody['action'],
): Promise<Act> {
  const body: AllianceBody = {
    action,
    entity: id,
    charter,
    chair,
    marks: mark_names,
    policy,
    keys: { ...(await allianceJwks(tx, kernel, id)) },
    ...(predecessor !== null && { predecessor }),
    ...(successor !== null && { successor }),
    ...(hand_over !== null && { hand_over }),
  };
  return await publishNext(tx, kernel, actor, ALLIANCE, `/alliances/${slug}`, body);
}

/** Publishes what a hosted alliance did with a node. */
export async function publishMember(
  tx: Tx,
  kernel: Kernel,
  actor: Actor,
  { id, slug, charter }: HostedAlliance,
  about: Pick<MembershipBody, 'action' | 'node' | 'kids' | 'reason'>,
): Promise<Act> {
  const sub = `/alliances/${slug}/members/${new URL(about.node).host}`;
  const body = { ...about, alliance: id, title: charter.title };
  return await publishNext(tx, kernel, actor, MEMBERSHIP, sub, body);
}

/** Publishes what this node did as a member. */
export async function publishOwnMembership(
  tx: Tx,
  kernel: Kernel,
  actor: Actor,
  about: Omit<MembershipBody, 'node'>,
): Promise<Act> {
  const { host, pathname } = new URL(about.alliance as string);
  const sub = `/memberships/${host}${pathname}`;
  return await publishNext(tx, kernel, actor, MEMBERSHIP, sub, { ...about, node: kernel.identity.origin });
}

export async function publishMark(
  tx: Tx,
  kernel: Kernel,
  actor: Actor,
  { id, slug, charter }: HostedAlliance,
  { node, name, action }: { node: string; name: string; action: 'granted' | 'withdrawn' },
): Promise<Act> {
  const sub = `/alliances/${slug}/marks/${new URL(node).host}/${name}`;
  const body = { action, alliance: id, title: charter.title, node, type: markType(id, name) };
  return await publishNext(tx, kernel, actor, TRUST_MARK, sub, body);
}
