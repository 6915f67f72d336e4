import { COSIGNATURE_ED25519, PolicyError, parsePolicy, parseVerifierKey } from '@koinon/transparency-log';
import { advisoryLock } from '../database/advisory-lock.ts';
import type { Actor } from '../identity/actor.ts';
import { require } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import { addPartner } from './add-partner.ts';
import { AlreadyPartner, BoundOtherwise, Untrusted } from './error.ts';
import { trustPolicyText } from './policy.ts';
import type { Witness } from './trust-store.ts';

/** Whom we trust, as two files: a tlog-policy, and the record keys of ours and our partners' logs as a JWK set. */
export interface TrustFiles {
  policy: string;
  jwks: { keys: Record<string, unknown>[] };
}

export async function exportTrust(
  kernel: Pick<Kernel, 'db' | 'trust' | 'identity' | 'keys'>,
): Promise<TrustFiles> {
  const keys = await kernel.db
    .selectFrom('record_key as k')
    .innerJoin('log as l', 'l.id', 'k.log')
    .select(['k.kid', 'k.jwk', 'k.from_index', 'k.until_index', 'l.node'])
    .orderBy('l.id')
    .orderBy('k.from_index')
    .execute();
  return {
    policy: await trustPolicyText(kernel),
    jwks: {
      keys: keys.map(({ kid, jwk, from_index, until_index, node }) => ({
        ...jwk,
        kid,
        use: 'sig',
        alg: 'EdDSA',
        iss: node,
        from_index,
        ...(until_index === null ? {} : { until_index }),
      })),
    },
  };
}

export interface ImportedTrust {
  /** Nodes that became partners. */
  added: string[];
  /** Witnesses that we ask from now on and that are no partners. */
  witnesses: string[];
  /** Partners and witnesses that were known already. */
  unchanged: string[];
}

/**
 * Takes partners and witnesses from a tlog-policy: each log with an address becomes a partner with exactly the keys of
 * the file, each witness with an address is asked for cosignatures. Only what is new is added; no binding is changed.
 * @throws Untrusted, BoundOtherwise, NotPermitted
 */
export async function importTrust(
  kernel: Kernel,
  actor: Actor,
  files: { policy: string; jwks?: unknown },
): Promise<ImportedTrust> {
  require(actor, 'kernel.partners');
  const policy = readPolicy(files.policy);
  const result: ImportedTrust = { added: [], witnesses: [], unchanged: [] };
  const nodes = new Set(policy.logs.flatMap(({ url }) => (url === undefined ? [] : [new URL(url).origin])));
  nodes.delete(kernel.identity.origin);
  for (const url of nodes) {
    try {
      await addPartner(kernel, actor, { url, ...files });
      result.added.push(url);
    } catch (error) {
      if (!(error instanceof AlreadyPartner)) throw error;
      result.unchanged.push(url);
    }
  }
  const known = new Set((await kernel.trust.witnesses()).map(({ name }) => name));
  for (const witness of witnessesOf(policy.witnesses)) {
    if (witness.name === kernel.identity.witnessName) continue;
    const bound = await bindWitness(kernel, witness);
    if (bound) result.witnesses.push(witness.name);
    else if (known.has(witness.name)) result.unchanged.push(witness.name);
  }
  return result;
}

function readPolicy(text: string) {
  try {
    return parsePolicy(text);
  } catch (error) {
    if (error instanceof PolicyError) throw new Untrusted('inconsistent-keys', 'policy', error.message);
    throw error;
  }
}

function witnessesOf(lines: readonly { vkey: string; url?: string }[]): Witness[] {
  const byName = new Map<string, { name: string; vkeys: string[]; url: string | null }>();
  for (const { vkey, url } of lines) {
    const { name, type } = parseVerifierKey(vkey);
    const witness = byName.get(name) ?? { name, vkeys: [], url: null };
    if (type === COSIGNATURE_ED25519) witness.vkeys.unshift(vkey);
    else witness.vkeys.push(vkey);
    witness.url ??= url ?? null;
    byName.set(name, witness);
  }
  return [...byName.values()].filter(({ url }) => url !== null);
}

/** @returns false where the witness is known with these keys already */
async function bindWitness(kernel: Kernel, { name, vkeys, url }: Witness): Promise<boolean> {
  return await kernel.database.transaction(async (tx) => {
    await advisoryLock(tx, kernel.database.schema, 'trust');
    const rows = await tx.selectFrom('witness_key').select('vkey').where('name', '=', name).execute();
    if (rows.some((row) => !vkeys.includes(row.vkey))) throw new BoundOtherwise(name);
    if (rows.length > 0) return false;
    const added_at = kernel.clock.now();
    await tx
      .insertInto('witness_key')
      .values(vkeys.map((vkey) => ({ name, vkey, url, added_at })))
      .execute();
    return true;
  });
}
