import { pinAnchor } from '@koinon/trust';
import { unixSeconds } from '../clock.ts';
import type { AlliancePolicy, Charter } from '../database/tables/alliances.ts';
import type { Tx } from '../database/tables.ts';
import { jwksOf, savePin, stateSubordinate } from '../federation/index.ts';
import type { Actor } from '../identity/actor.ts';
import { require } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import type { Act } from '../records/record.ts';
import { AllianceRefused } from './error.ts';
import {
  allianceId,
  allianceJwks,
  findHosted,
  type HostedAlliance,
  makeAllianceKey,
  requireHosted,
} from './hosted.ts';
import { publishAlliance, publishMember, publishOwnMembership } from './records.ts';

/** What every alliance can grant, unless it says otherwise. */
export const MARK_NAMES = ['votes-across-borders', 'shares-threat-reports'];

export interface NewAlliance {
  /** Last part of its address: lower-case letters, digits and hyphens. */
  slug: string;
  charter: Charter;
  marks?: readonly string[];
  policy?: AlliancePolicy | null;
}

/** Puts an alliance with its first key into the tables. */
export async function insertAlliance(
  tx: Tx,
  kernel: Kernel,
  { slug, charter, marks = MARK_NAMES, policy = null }: NewAlliance,
  rest: Pick<HostedAlliance, 'state' | 'chair' | 'predecessor'>,
): Promise<HostedAlliance> {
  if ((await findHosted(tx, slug)) !== null) throw new AllianceRefused('alliance-exists', slug);
  const id = allianceId(kernel, slug);
  const now = kernel.clock.now();
  await tx
    .insertInto('alliance')
    .values({
      id,
      slug,
      charter: JSON.stringify(charter),
      mark_names: JSON.stringify(marks),
      policy: policy === null ? null : JSON.stringify(policy),
      hand_over: null,
      successor: null,
      created_at: now,
      changed_at: now,
      ...rest,
    })
    .execute();
  await makeAllianceKey(tx, kernel, id);
  return (await findHosted(tx, slug)) as HostedAlliance;
}

/**
 * Founds an alliance that this node hosts, chairs and is the first member of. A public act.
 * @throws AllianceRefused, NotPermitted
 */
export async function createAlliance(
  kernel: Kernel,
  actor: Actor,
  asked: NewAlliance,
): Promise<{ act: Act; id: string; kids: string[] }> {
  require(actor, 'kernel.alliances');
  const node = kernel.identity.origin;
  return await kernel.database.transaction(async (tx) => {
    const alliance = await insertAlliance(tx, kernel, asked, {
      state: 'active',
      chair: node,
      predecessor: null,
    });
    const act = await publishAlliance(tx, kernel, actor, alliance, 'created');
    const jwks = await allianceJwks(tx, kernel, alliance.id);
    const kids = jwks.keys.map(({ kid }) => kid);
    const now = kernel.clock.now();
    await savePin(tx, pinAnchor(alliance.id, jwks, unixSeconds(kernel.clock)), now);
    await insertMembership(tx, kernel, alliance.id, asked.charter.title, 'member');
    const own = jwksOf(kernel.keys.signers('federation'));
    await stateSubordinate(
      tx,
      { issuer: alliance.id, subject: node },
      { jwks: own, source: 'operator', seen: 0 },
      now,
    );
    const about = { node, kids: own.keys.map(({ kid }) => kid) };
    await publishMember(tx, kernel, actor, alliance, { action: 'admitted', ...about });
    await publishOwnMembership(tx, kernel, actor, {
      action: 'joined',
      alliance: alliance.id,
      title: asked.charter.title,
      kids,
    });
    return { act, id: alliance.id, kids };
  });
}

/** From now on this node names the alliance as its superior. */
export async function insertMembership(
  tx: Tx,
  kernel: Kernel,
  alliance: string,
  title: Charter['title'],
  state: 'joined' | 'member',
): Promise<void> {
  const now = kernel.clock.now();
  const row = {
    title: JSON.stringify(title),
    state,
    since: now,
    changed_at: now,
    checked_at: null,
    problem: null,
  };
  await tx
    .insertInto('membership')
    .values({ alliance, ...row })
    .onConflict((conflict) => conflict.column('alliance').doUpdateSet(row))
    .execute();
}

/** What the chair may change. */
export interface AllianceChanges {
  charter?: Charter;
  chair?: string;
  marks?: readonly string[];
  policy?: AlliancePolicy | null;
}

/** Changes charter, chair, marks or policy of an alliance. A public act. @throws AllianceRefused, NotPermitted */
export async function changeAlliance(
  kernel: Kernel,
  actor: Actor,
  slug: string,
  { charter, chair, marks, policy }: AllianceChanges,
): Promise<Act> {
  require(actor, 'kernel.alliances');
  return await kernel.database.transaction(async (tx) => {
    await requireHosted(tx, slug);
    await tx
      .updateTable('alliance')
      .set({
        changed_at: kernel.clock.now(),
        ...(charter && { charter: JSON.stringify(charter) }),
        ...(chair && { chair }),
        ...(marks && { mark_names: JSON.stringify(marks) }),
        ...(policy !== undefined && { policy: policy === null ? null : JSON.stringify(policy) }),
      })
      .where('slug', '=', slug)
      .execute();
    return await publishAlliance(tx, kernel, actor, await requireHosted(tx, slug), 'changed');
  });
}
