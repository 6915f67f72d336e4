import {
  COSIGNATURE_ED25519,
  formatPolicy,
  type Policy,
  type PolicyGroup,
  type PolicyWitness,
  parseVerifierKey,
} from '@koinon/transparency-log';
import type { Kernel } from '../kernel.ts';
import { logSigners, witnessCosigners } from '../keys/vkeys.ts';
import type { Witness } from './trust-store.ts';

type Services = Pick<Kernel, 'db' | 'trust' | 'identity' | 'keys'>;

/**
 * Whom a reader of our log has to trust, as a tlog-policy: our log, our witness and those we ask, and half of the
 * witnesses of others as the quorum. Our own witness is listed, so that its lines are known, and does not count.
 */
export async function ownPolicy({ trust, identity, keys }: Omit<Services, 'db'>): Promise<Policy> {
  const others = (await trust.witnesses()).filter(({ name }) => name !== identity.witnessName);
  const own: Witness = {
    name: identity.witnessName,
    vkeys: witnessCosigners(keys, identity).map(({ vkey }) => vkey),
    url: `${identity.origin}/witness`,
  };
  return {
    logs: logSigners(keys, identity).map(({ vkey }) => ({ vkey, url: `${identity.origin}/log/` })),
    ...quorumOf(others, own),
  };
}

/** As `ownPolicy`, with the logs of all partners and of those that we only cosign. */
export async function trustPolicy(services: Services): Promise<Policy> {
  const policy = await ownPolicy(services);
  const partners = await services.trust.partners();
  const urls = new Map(partners.map((partner) => [partner.logOrigin, `${partner.node}${partner.logPrefix}`]));
  const rows = await services.db
    .selectFrom('log_key')
    .select(['origin', 'vkey'])
    .orderBy('added_at')
    .execute();
  const known = new Set(policy.logs.map(({ vkey }) => vkey));
  const logs = rows
    .filter(({ vkey }) => !known.has(vkey))
    .map(({ origin, vkey }) => {
      const url = urls.get(origin);
      return { vkey, ...(url === undefined ? {} : { url }) };
    });
  return { ...policy, logs: [...policy.logs, ...logs] };
}

export async function trustPolicyText(services: Services): Promise<string> {
  return formatPolicy(await trustPolicy(services));
}

function quorumOf(others: readonly Witness[], own: Witness): Omit<Policy, 'logs'> {
  const witnesses: PolicyWitness[] = [];
  const groups: PolicyGroup[] = [];
  /** One name for a witness, however many keys it has. */
  const define = ({ vkeys, url, name }: Witness): string => {
    const names = vkeys.map((vkey) => {
      const { type, id } = parseVerifierKey(vkey);
      const entry = `${name}${type === COSIGNATURE_ED25519 ? '' : '/ml-dsa-44'}`;
      const taken = witnesses.some((known) => known.name === entry);
      const unique = taken ? `${entry}/${id.toString(16)}` : entry;
      witnesses.push({ name: unique, vkey, ...(url === null ? {} : { url }) });
      return unique;
    });
    if (names.length === 1) return names[0] as string;
    groups.push({ name: `${name}/any-key`, threshold: 'any', members: names });
    return `${name}/any-key`;
  };
  define(own);
  const members = others.map(define);
  if (members.length === 0) return { witnesses, groups, quorum: 'none' };
  groups.push({ name: 'half-of-the-witnesses', threshold: Math.ceil(members.length / 2), members });
  return { witnesses, groups, quorum: 'half-of-the-witnesses' };
}
