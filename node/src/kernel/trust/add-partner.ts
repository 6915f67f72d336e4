import { EMPTY_ROOT, PolicyError, parsePolicy, parseVerifierKey } from '@koinon/transparency-log';
import { unixSeconds } from '../clock.ts';
import { advisoryLock } from '../database/advisory-lock.ts';
import type { Tx } from '../database/tables.ts';
import { type StatedKeys, stateSubordinate } from '../federation/index.ts';
import { type Actor, actorId } from '../identity/actor.ts';
import { require } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import type { Act } from '../records/record.ts';
import { AlreadyPartner, BoundOtherwise, Untrusted } from './error.ts';
import { type FirstContact, kidsOfJwks, meetLog } from './first-contact.ts';
import { sameMark, sanitizeMark } from './mark.ts';
import { meetEntity } from './meet-entity.ts';
import { publishPartner } from './publish-partner.ts';
import { fetchStatement, type NodeStatement } from './statement.ts';
import type { Partner } from './trust-store.ts';

/** A node to follow, and what the operator knows of it from elsewhere; without that it is trusted on first use. */
export interface NewPartner {
  /** Origin URL. */
  url: string;
  /** A tlog-policy file with the keys of its log (and of its witness). */
  policy?: string | undefined;
  /** A JWK set with the record key that entry 0 of its log is signed with. */
  jwks?: unknown;
  /** Thumbprints of such keys. */
  pin?: readonly string[] | undefined;
}

export interface AddedPartner {
  act: Act;
  partner: Partner;
  pinnedKids: readonly string[];
  /** Partners that hold the same log. */
  comparedWith: readonly string[];
}

/**
 * Makes a node a partner: it is followed, its witness is asked to cosign our log, ours cosigns its, and we state it to
 * whoever trusts us. A public act.
 * @throws Untrusted, AlreadyPartner, BoundOtherwise, NotPermitted
 */
export async function addPartner(kernel: Kernel, actor: Actor, asked: NewPartner): Promise<AddedPartner> {
  require(actor, 'kernel.partners');
  const node = originOf(asked.url);
  if (node === kernel.identity.origin) throw new AlreadyPartner(kernel.identity.host);
  const partners = await kernel.trust.partners();
  if (partners.some((partner) => partner.node === node)) throw new AlreadyPartner(new URL(node).host);

  const stated = await fetchStatement(kernel.fetcher, node);
  const { statement, keysKnown } =
    asked.policy === undefined ? { statement: stated, keysKnown: false } : narrow(stated, asked.policy);
  requireOwnMark(kernel, statement, partners);
  const known = [...(asked.pin ?? []), ...(asked.jwks === undefined ? [] : kidsOfJwks(asked.jwks))];
  const pinsGiven = asked.pin !== undefined || asked.jwks !== undefined;
  const contact = await meetLog(statement, {
    fetcher: kernel.fetcher,
    now: unixSeconds(kernel.clock),
    kids: pinsGiven ? known : null,
    keysKnown,
    partners: partners.filter((partner) => partner.state === 'active'),
  });
  const stating = await meetEntity(kernel, stated);
  const act = await kernel.database.transaction(async (tx) => {
    await advisoryLock(tx, kernel.database.schema, 'trust');
    const log = await ensureLog(tx, statement);
    await bindKeys(tx, kernel, statement);
    await savePartner(tx, kernel, actor, statement, log, contact);
    if (stating) await state(tx, kernel, node, stating);
    await kernel.database.notify(tx, 'wake', statement.log.origin);
    return await publishPartner(tx, kernel, actor, statement.host, {
      action: 'added',
      node,
      name: statement.name,
      log: { origin: statement.log.origin, vkeys: statement.log.vkeys },
      witness: { name: statement.witness.name, vkeys: statement.witness.vkeys },
      pinned: contact.pinnedKids,
      ...(stating && { federation: { kids: stating.jwks.keys.map(({ kid }) => kid) } }),
    });
  });
  kernel.resolver.forget(node);
  const partner = await kernel.trust.partner(node);
  return { act, partner: partner as Partner, ...contact };
}

async function state(tx: Tx, kernel: Kernel, subject: string, keys: StatedKeys): Promise<void> {
  await stateSubordinate(tx, { issuer: kernel.identity.origin, subject }, keys, kernel.clock.now());
}

function originOf(url: string): string {
  if (!URL.canParse(url)) throw new Untrusted('not-a-node', url, 'not a web address');
  return new URL(url).origin;
}

/** Of the keys that the node states, those that the operator's policy names; the node must state at least one of each. */
function narrow(stated: NodeStatement, policyText: string): { statement: NodeStatement; keysKnown: boolean } {
  const policy = readPolicy(stated.node, policyText);
  const named = (name: string, vkeys: readonly string[]) =>
    vkeys.filter((vkey) => parseVerifierKey(vkey).name === name);
  const logKeys = named(
    stated.log.origin,
    policy.logs.map((log) => log.vkey),
  );
  const witnessKeys = named(
    stated.witness.name,
    policy.witnesses.map((witness) => witness.vkey),
  );
  const both = (ours: readonly string[], theirs: readonly string[], what: string) => {
    if (!ours.some((vkey) => theirs.includes(vkey))) {
      throw new Untrusted(
        'other-keys',
        stated.node,
        `the policy names no key of ${what} that the node states`,
      );
    }
    return [...ours];
  };
  return {
    keysKnown: true,
    statement: {
      ...stated,
      log: { ...stated.log, vkeys: both(logKeys, stated.log.vkeys, stated.log.origin) },
      witness:
        witnessKeys.length === 0
          ? stated.witness
          : { ...stated.witness, vkeys: both(witnessKeys, stated.witness.vkeys, stated.witness.name) },
    },
  };
}

function readPolicy(node: string, text: string) {
  try {
    return parsePolicy(text);
  } catch (error) {
    if (error instanceof PolicyError) throw new Untrusted('other-keys', node, `the policy: ${error.message}`);
    throw error;
  }
}

function requireOwnMark(
  kernel: Kernel,
  { node, profile }: NodeStatement,
  partners: readonly Partner[],
): void {
  const { mark } = profile;
  if (mark === undefined) return;
  const taken = [kernel.identity, ...partners].some(({ profile: other }) => {
    const known = sanitizeMark(other.mark);
    return known !== null && sameMark(known, mark);
  });
  if (taken) throw new Untrusted('mark-taken', node, 'its mark is that of another node');
}

async function ensureLog(tx: Tx, { node, log }: NodeStatement): Promise<number> {
  const known = await tx
    .selectFrom('log')
    .select(['id', 'node', 'role'])
    .where('origin', '=', log.origin)
    .executeTakeFirst();
  if (known === undefined) {
    const made = await tx
      .insertInto('log')
      .values({
        origin: log.origin,
        node,
        role: 'partner',
        size: 0,
        root: EMPTY_ROOT,
        range: new Uint8Array(0),
        note: null,
        note_size: 0,
        note_at: null,
        retired_at: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    return made.id;
  }
  if (known.role !== 'partner' || known.node !== node) throw new BoundOtherwise(log.origin);
  return known.id;
}

async function bindKeys(tx: Tx, kernel: Kernel, { node, log, witness }: NodeStatement): Promise<void> {
  const at = kernel.clock.now();
  const logKeys = await tx.selectFrom('log_key').select(['vkey']).where('origin', '=', log.origin).execute();
  if (logKeys.some(({ vkey }) => !log.vkeys.includes(vkey))) throw new BoundOtherwise(log.origin);
  const witnessKeys = await tx
    .selectFrom('witness_key')
    .select(['vkey'])
    .where('name', '=', witness.name)
    .execute();
  if (witnessKeys.some(({ vkey }) => !witness.vkeys.includes(vkey))) throw new BoundOtherwise(witness.name);
  const url = `${node}${witness.prefix.slice(0, -1)}`;
  await tx
    .insertInto('log_key')
    .values(log.vkeys.map((vkey) => ({ origin: log.origin, vkey, purpose: 'follow' as const, added_at: at })))
    .onConflict((conflict) => conflict.columns(['origin', 'vkey']).doUpdateSet({ purpose: 'follow' }))
    .execute();
  await tx
    .insertInto('witness_key')
    .values(witness.vkeys.map((vkey) => ({ name: witness.name, vkey, url, added_at: at })))
    .onConflict((conflict) => conflict.column('vkey').doUpdateSet({ url }))
    .execute();
}

async function savePartner(
  tx: Tx,
  kernel: Kernel,
  actor: Actor,
  statement: NodeStatement,
  log: number,
  contact: FirstContact,
): Promise<void> {
  const row = {
    host: statement.host,
    log,
    name: statement.name,
    profile: JSON.stringify(statement.profile),
    log_prefix: statement.log.prefix,
    witness_name: statement.witness.name,
    witness_prefix: statement.witness.prefix,
    kinds: JSON.stringify(statement.kinds),
    state: 'active' as const,
    frozen_code: null,
    pinned_kids: JSON.stringify(contact.pinnedKids),
    added_at: kernel.clock.now(),
    added_by: actorId(actor),
    last_try_at: null,
    last_ok_at: null,
    last_error: null,
    failures: 0,
    decision: null,
    evidence: null,
  };
  const saved = await tx
    .insertInto('partner')
    .values({ node: statement.node, ...row })
    .onConflict((conflict) => conflict.column('node').doUpdateSet(row).where('partner.state', '=', 'removed'))
    .executeTakeFirst();
  if (saved.numInsertedOrUpdatedRows === 0n) throw new AlreadyPartner(statement.host);
}
