import { sql } from 'kysely';
import type { Kernel } from '../kernel.ts';
import { logSigners, witnessCosigners } from '../keys/vkeys.ts';
import { VERSION } from '../version.ts';

/** `/.well-known/koinon`: names, keys and places of everything that this node offers. */
export function nodeStatement(kernel: Kernel) {
  const { identity, keys, modules } = kernel;
  const { profile } = identity;
  return {
    name: profile.name,
    version: VERSION,
    origin: identity.origin,
    log: {
      origin: identity.logOrigin,
      prefix: '/log/',
      vkeys: logSigners(keys, identity).map((signer) => signer.vkey),
      /** Whom we ask to cosign it, as a tlog-policy: what a reader needs to check a receipt. */
      policy: '/log/policy',
    },
    witness: {
      name: identity.witnessName,
      prefix: '/witness/',
      vkeys: witnessCosigners(keys, identity).map((cosigner) => cosigner.vkey),
    },
    kinds: modules.kinds,
    interfaces: { api: '/api/v1/', openapi: '/api/v1/openapi.json' },
    profile,
  };
}

/** `/.well-known/jwks.json`: record keys, each with the part of the log that it is valid for. */
export async function recordJwks(kernel: Kernel) {
  const rows = await sql<{
    kid: string;
    jwk: Record<string, unknown>;
    from_index: number;
    until_index: number | null;
  }>`
    select kid, jwk, from_index, until_index from record_key where log = ${kernel.ownLog}
    order by from_index, kid`.execute(kernel.db);
  return {
    keys: rows.rows.map(({ kid, jwk, from_index, until_index }) => ({
      ...jwk,
      kid,
      alg: 'EdDSA',
      use: 'sig',
      from_index,
      ...(until_index === null ? {} : { until_index }),
    })),
  };
}
