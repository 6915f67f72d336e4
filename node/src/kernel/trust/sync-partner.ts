import { keysFromJwks } from '@koinon/records';
import {
  type KoinonNodeMetadata,
  readKoinonNode,
  type TrustChain,
  type TrustDecision,
  type TrustStep,
} from '@koinon/trust';
import { advisoryLock } from '../database/advisory-lock.ts';
import type { Tx } from '../database/tables.ts';
import { stateSubordinate } from '../federation/index.ts';
import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import { readKeysInLog } from './entity-keys.ts';
import { keepEvidence } from './evidence.ts';
import { type FollowedKeys, followFederationKeys } from './follow-federation-keys.ts';
import { PARTNER_KEYS, type PartnerKeysBody } from './kinds.ts';
import { type KeyChange, takeNodeKeys } from './node-keys.ts';
import { latestOf, partnerSubject } from './publish-partner.ts';
import type { Partner } from './trust-store.ts';

const actor: Actor = { type: 'system', reason: 'trust' };

/** What came of it: how the partner's chain was judged, and which of its keys changed. */
export interface Synced {
  decision: TrustDecision;
  changes: readonly KeyChange[];
}

/**
 * Looks at a partner anew: follows its federation keys, resolves its chain, and takes the keys of its log and witness from
 * it. What does not hold changes nothing but the decision that is shown. Each change that is accepted is a record, with the
 * chain kept as evidence.
 */
export async function syncPartner(kernel: Kernel, partner: Partner): Promise<Synced> {
  const inLog = await readKeysInLog(kernel, partner);
  const followed = await followFederationKeys(kernel, partner.node, inLog);
  const changes = await stateAnew(kernel, partner, followed);
  const { chain, decision } = await kernel.resolver.refresh(partner.node);
  const steps = [...followed.steps];
  if (chain) {
    const { found, changed } = await takeChain(kernel, partner, chain);
    steps.push(...found);
    changes.push(...changed);
  }
  const whole = { ...decision, steps: [...decision.steps, ...steps] };
  await kernel.db
    .updateTable('partner')
    .set({ decision: JSON.stringify(whole) })
    .where('id', '=', partner.id)
    .execute();
  if (changes.length > 0) kernel.log.info({ partner: partner.node, changes }, 'keys of a partner changed');
  return { decision: whole, changes };
}

/** From now on we state the partner with other keys. */
async function stateAnew(kernel: Kernel, partner: Partner, followed: FollowedKeys): Promise<KeyChange[]> {
  const { next, before } = followed;
  if (next === null) return [];
  const kids = (jwks: typeof before) => jwks.keys.map(({ kid }) => kid);
  const [was, is] = [kids(before), kids(next.jwks)];
  const change: KeyChange = {
    use: 'federation',
    added: is.filter((kid) => !was.includes(kid)),
    ending: was.filter((kid) => !is.includes(kid)),
  };
  const issuer = kernel.identity.origin;
  const evidence = { anchor: issuer, subject: partner.node, statements: [next.configuration] };
  const stated = await kernel.database.transaction(async (tx) => {
    await advisoryLock(tx, kernel.database.schema, 'trust');
    if (!(await isPartner(tx, partner.node))) return false;
    await stateSubordinate(tx, { issuer, subject: partner.node }, next, kernel.clock.now());
    await publishChanges(tx, kernel, partner, evidence, [change]);
    return true;
  });
  if (!stated) return [];
  kernel.resolver.forget(partner.node);
  return [change];
}

async function isPartner(tx: Tx, node: string): Promise<boolean> {
  const row = await tx
    .selectFrom('partner')
    .select('id')
    .where('node', '=', node)
    .where('state', '<>', 'removed')
    .executeTakeFirst();
  return row !== undefined;
}

async function takeChain(
  kernel: Kernel,
  partner: Partner,
  chain: TrustChain,
): Promise<{ found: TrustStep[]; changed: KeyChange[] }> {
  const { node } = partner;
  const metadata = readKoinonNode(node, chain.metadata);
  if (metadata.log.origin !== partner.logOrigin || metadata.witness.name !== partner.witnessName) {
    const data = { log: metadata.log.origin, witness: metadata.witness.name };
    return { found: [{ code: 'node-keys', ok: false, entity: node, cause: 'other-log', data }], changed: [] };
  }
  const changed = await kernel.database.transaction(async (tx) => {
    await advisoryLock(tx, kernel.database.schema, 'trust');
    if (!(await isPartner(tx, node))) return [];
    const taken = await takeNodeKeys(tx, partner, metadata, kernel.clock.now());
    await tx
      .updateTable('partner')
      .set({ kinds: JSON.stringify(metadata.kinds ?? partner.kinds) })
      .where('id', '=', partner.id)
      .execute();
    if (taken.length > 0) await publishChanges(tx, kernel, partner, chain, taken);
    return taken;
  });
  const names = changed.flatMap(({ added }) => added);
  const taken: TrustStep = { code: 'node-keys', ok: true, entity: node, cause: null, data: { added: names } };
  return { found: [taken, await compareRecordKeys(kernel, partner, metadata)], changed };
}

async function publishChanges(
  tx: Tx,
  kernel: Kernel,
  partner: Partner,
  chain: Pick<TrustChain, 'anchor' | 'subject' | 'statements'>,
  changes: readonly KeyChange[],
): Promise<void> {
  const evidence = await keepEvidence(tx, chain, kernel.clock.now());
  const sub = `${partnerSubject(partner.host)}/keys`;
  const body: PartnerKeysBody = {
    node: partner.node,
    name: partner.name,
    anchor: chain.anchor,
    evidence,
    changes: changes.map((change) => ({ ...change })),
  };
  const prev = await latestOf(tx, kernel, sub);
  await kernel.records.publish(tx, actor, { kind: PARTNER_KEYS, sub, prev, body });
  await tx.updateTable('partner').set({ evidence }).where('id', '=', partner.id).execute();
}

/** The log decides which record keys are valid; the chain has to tell the same, or somebody should be asked. */
async function compareRecordKeys(
  kernel: Kernel,
  { log, node }: Partner,
  metadata: KoinonNodeMetadata,
): Promise<TrustStep> {
  const listed = keysFromJwks(metadata.record_jwks);
  const inLog = await kernel.trust.recordKeys(log);
  const unlisted = inLog
    .filter(({ kid, fromIndex }) => !listed.some((key) => key.kid === kid && key.fromIndex === fromIndex))
    .map(({ kid }) => kid);
  const ok = unlisted.length === 0;
  return {
    code: 'record-keys',
    ok,
    entity: node,
    cause: ok ? null : 'record-key-not-listed',
    data: { kids: ok ? inLog.map(({ kid }) => kid) : unlisted },
  };
}
