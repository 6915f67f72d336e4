import { type Jwks, type JwtSigner, KOINON_NODE, signStatement, subordinateClaims } from '@koinon/trust';
import type { Selectable } from 'kysely';
import type { SubordinateTable } from '../database/tables/partners.ts';
import type { Db, Tx } from '../database/tables.ts';
import { issuedAt } from './federation-keys.ts';

/** By entity type, parameter and operator (OpenID Federation section 6.1). */
type MetadataPolicy = Record<string, Record<string, Record<string, unknown>>>;

export type Subordinate = Selectable<SubordinateTable>;

/** What a node may be, in the eyes of whoever states it: no superior of others, and nothing that nobody agreed on. */
const CONSTRAINTS = {
  max_path_length: 0,
  allowed_entity_types: [KOINON_NODE, 'openid_provider', 'openid_relying_party'],
};

/** How a node may let its people be logged in elsewhere: with a code, and keys in place of shared secrets. */
export const METADATA_POLICY: MetadataPolicy = {
  openid_relying_party: {
    grant_types: { subset_of: ['authorization_code'] },
    response_types: { subset_of: ['code'] },
    token_endpoint_auth_method: { one_of: ['private_key_jwt'] },
    subject_type: { one_of: ['pairwise'] },
  },
};

/** Keys of a subordinate, with where they came from. */
export interface StatedKeys {
  jwks: Jwks;
  source: SubordinateTable['source'];
  /** `iat` of the configuration they were read from, seconds. */
  seen: number;
}

export async function readSubordinate(
  db: Db | Tx,
  issuer: string,
  subject: string,
): Promise<Subordinate | null> {
  const row = await db
    .selectFrom('subordinate')
    .selectAll()
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row ?? null;
}

/** Entities that an entity of this node states, by name. */
export async function listSubordinates(db: Db, issuer: string): Promise<string[]> {
  const rows = await db
    .selectFrom('subordinate')
    .select('subject')
    .where('issuer', '=', issuer)
    .orderBy('subject')
    .execute();
  return rows.map(({ subject }) => subject);
}

/** From now on `issuer` states `subject`, with these keys. */
export async function stateSubordinate(
  tx: Tx,
  { issuer, subject }: { issuer: string; subject: string },
  { jwks, source, seen }: StatedKeys,
  now: Date,
): Promise<void> {
  const keys = { jwks: JSON.stringify(jwks), seen, changed_at: now };
  await tx
    .insertInto('subordinate')
    .values({ issuer, subject, source, added_at: now, ...keys })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doUpdateSet(keys))
    .execute();
}

/** From now on `issuer` states `subject` no more. @returns whether it did */
export async function dropSubordinate(tx: Tx, issuer: string, subject: string): Promise<boolean> {
  const dropped = await tx
    .deleteFrom('subordinate')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return dropped.numDeletedRows > 0n;
}

/**
 * The signed statement about a subordinate, good for a day. `policy` goes takes the place of the one that every node is
 * under. Times in seconds.
 */
export function statementAbout(
  { issuer, subject, jwks, changed_at }: Subordinate,
  signer: JwtSigner,
  now: number,
  policy: MetadataPolicy = METADATA_POLICY,
): string {
  const claims = subordinateClaims({
    issuer,
    subject,
    iat: issuedAt(now, Math.floor(changed_at.getTime() / 1000)),
    jwks,
    metadataPolicy: policy,
    constraints: CONSTRAINTS,
    sourceEndpoint: `${issuer}/federation/fetch`,
  });
  return signStatement(claims, signer);
}
