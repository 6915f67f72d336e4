import { type EntityStatement, isEntityId } from '@koinon/trust';
import type { Tx } from '../database/tables.ts';
import { dropSubordinate, readSubordinate, type StatedKeys, stateSubordinate } from '../federation/index.ts';
import type { Actor } from '../identity/actor.ts';
import { require } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import type { Act } from '../records/record.ts';
import { readConfigurationOf } from '../trust/index.ts';
import { AllianceRefused } from './error.ts';
import { allianceJwks, type HostedAlliance, requireHosted } from './hosted.ts';
import { publishMark, publishMember } from './records.ts';

/** How long an invitation is good. */
export const INVITED_FOR_MS = 30 * 86_400_000;

export interface Invitation {
  act: Act;
  alliance: string;
  /** Thumbprints of the keys of the alliance: what the invited node compares. */
  kids: string[];
  expiresAt: Date;
}

/** Origin of a node. @throws AllianceRefused */
function nodeOf(slug: string, node: string): string {
  const origin = URL.canParse(node) ? new URL(node).origin : '';
  if (!isEntityId(origin)) throw new AllianceRefused('not-a-member', slug, node);
  return origin;
}

/** Asks a node to join, for 30 days. A public act of the chair. @throws AllianceRefused, NotPermitted */
export async function inviteMember(
  kernel: Kernel,
  actor: Actor,
  { slug, node: asked }: { slug: string; node: string },
): Promise<Invitation> {
  require(actor, 'kernel.alliances');
  const node = nodeOf(slug, asked);
  const now = kernel.clock.now();
  const expires_at = new Date(now.getTime() + INVITED_FOR_MS);
  return await kernel.database.transaction(async (tx) => {
    const alliance = await requireHosted(tx, slug);
    if (await readSubordinate(tx, alliance.id, node)) throw new AllianceRefused('already-member', slug, node);
    await tx
      .insertInto('alliance_invitation')
      .values({ alliance: alliance.id, node, invited_at: now, expires_at })
      .onConflict((conflict) =>
        conflict.columns(['alliance', 'node']).doUpdateSet({ invited_at: now, expires_at }),
      )
      .execute();
    const kids = (await allianceJwks(tx, kernel, alliance.id)).keys.map(({ kid }) => kid);
    const act = await publishMember(tx, kernel, actor, alliance, { action: 'invited', node });
    return { act, alliance: alliance.id, kids, expiresAt: expires_at };
  });
}

/**
 * Admits a node that was invited and has accepted: its own configuration names the alliance. A public act of the chair.
 * @throws AllianceRefused, Untrusted, NotPermitted
 */
export async function admitMember(
  kernel: Kernel,
  actor: Actor,
  { slug, node: asked }: { slug: string; node: string },
): Promise<Act> {
  require(actor, 'kernel.alliances');
  const node = nodeOf(slug, asked);
  const { id } = await requireHosted(kernel.db, slug);
  const configuration = await readConfigurationOf(kernel, node);
  if (!configuration?.claims.authority_hints?.includes(id))
    throw new AllianceRefused('not-accepted', slug, node);
  const keys = await keysToState(kernel, node, configuration);
  return await kernel.database.transaction(async (tx) => {
    const alliance = await requireHosted(tx, slug);
    if (await readSubordinate(tx, id, node)) throw new AllianceRefused('already-member', slug, node);
    await takeInvitation(tx, kernel, alliance, node);
    await stateSubordinate(tx, { issuer: id, subject: node }, keys, kernel.clock.now());
    const kids = keys.jwks.keys.map(({ kid }) => kid);
    return await publishMember(tx, kernel, actor, alliance, { action: 'admitted', node, kids });
  });
}

/** Those of the node's chain, where we have one; else those that it states, taken at its word this once. */
async function keysToState(kernel: Kernel, node: string, { claims }: EntityStatement): Promise<StatedKeys> {
  kernel.resolver.forget(node);
  const { chain } = await kernel.resolver.resolve(node);
  if (chain) return { jwks: chain.jwks, source: 'chain', seen: claims.iat };
  return { jwks: claims.jwks, source: 'first-contact', seen: claims.iat };
}

async function takeInvitation(
  tx: Tx,
  kernel: Kernel,
  { id, slug }: HostedAlliance,
  node: string,
): Promise<void> {
  const taken = await tx
    .deleteFrom('alliance_invitation')
    .where('alliance', '=', id)
    .where('node', '=', node)
    .where('expires_at', '>', kernel.clock.now())
    .executeTakeFirst();
  if (taken.numDeletedRows === 0n) throw new AllianceRefused('not-invited', slug, node);
}

/** Removes a member: from now on it is stated no more. A public act of the chair. @throws AllianceRefused, NotPermitted */
export async function removeMember(
  kernel: Kernel,
  actor: Actor,
  { slug, node: asked, reason }: { slug: string; node: string; reason?: string | undefined },
): Promise<Act> {
  require(actor, 'kernel.alliances');
  const node = nodeOf(slug, asked);
  if (node === kernel.identity.origin) throw new AllianceRefused('host-stays', slug);
  return await kernel.database.transaction(async (tx) => {
    const alliance = await requireHosted(tx, slug);
    return await endMember(tx, kernel, actor, alliance, { node, ...(reason !== undefined && { reason }) });
  });
}

/** As `removeMember`, for whoever has decided already. */
export async function endMember(
  tx: Tx,
  kernel: Kernel,
  actor: Actor,
  alliance: HostedAlliance,
  { node, reason }: { node: string; reason?: string },
): Promise<Act> {
  if (!(await dropSubordinate(tx, alliance.id, node)))
    throw new AllianceRefused('not-a-member', alliance.slug, node);
  await tx.deleteFrom('alliance_mark').where('alliance', '=', alliance.id).where('node', '=', node).execute();
  await tx.deleteFrom('trust_chain').where('entity', '=', node).where('anchor', '=', alliance.id).execute();
  const why = reason === undefined ? {} : { reason };
  return await publishMember(tx, kernel, actor, alliance, { action: 'removed', node, ...why });
}

/** Grants a trust mark to a member, or withdraws it. A public act of the chair. @throws AllianceRefused, NotPermitted */
export async function markMember(
  kernel: Kernel,
  actor: Actor,
  asked: { slug: string; node: string; name: string; withdraw?: boolean },
): Promise<Act> {
  require(actor, 'kernel.alliances');
  const { slug, name, withdraw = false } = asked;
  const node = nodeOf(slug, asked.node);
  return await kernel.database.transaction(async (tx) => {
    const alliance = await requireHosted(tx, slug);
    if (!alliance.mark_names.includes(name)) throw new AllianceRefused('no-such-mark', slug, name);
    if (!(await readSubordinate(tx, alliance.id, node)))
      throw new AllianceRefused('not-a-member', slug, node);
    const row = { alliance: alliance.id, node, name };
    if (withdraw) {
      const { alliance: id } = row;
      await tx
        .deleteFrom('alliance_mark')
        .where('alliance', '=', id)
        .where('node', '=', node)
        .where('name', '=', name)
        .execute();
    } else {
      await tx
        .insertInto('alliance_mark')
        .values({ ...row, granted_at: kernel.clock.now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    return await publishMark(tx, kernel, actor, alliance, {
      node,
      name,
      action: withdraw ? 'withdrawn' : 'granted',
    });
  });
}
