import { randomBytes } from 'node:crypto';
import { jwkFromPublicKey, thumbprint } from '@koinon/records';
import { type Jwks, PIN_OVERLAP } from '@koinon/trust';
import type { Selectable } from 'kysely';
import type { AllianceTable } from '../database/tables/alliances.ts';
import type { Db, Tx } from '../database/tables.ts';
import { jwksOf, signerAt } from '../federation/index.ts';
import type { Kernel } from '../kernel.ts';
import type { Signer } from '../keys/keys.ts';
import { makeSigner, publicKeyOfSeed } from '../keys/signer.ts';
import { AllianceRefused } from './error.ts';

export type HostedAlliance = Selectable<AllianceTable>;

const sealedFor = (alliance: string, kid: string): string => `alliance ${alliance} ${kid}`;

/** The address of an alliance, which is its entity identifier. */
export function allianceId({ identity }: Pick<Kernel, 'identity'>, slug: string): string {
  return `${identity.origin}/alliances/${slug}`;
}

/** URL of the type of a trust mark, where people read what it means. */
export function markType(alliance: string, name: string): string {
  return `${alliance}/marks/${name}`;
}

export async function findHosted(db: Db | Tx, slug: string): Promise<HostedAlliance | null> {
  return (await db.selectFrom('alliance').selectAll().where('slug', '=', slug).executeTakeFirst()) ?? null;
}

/** An alliance that this node hosts and may act for. @throws AllianceRefused */
export async function requireHosted(db: Db | Tx, slug: string): Promise<HostedAlliance> {
  const alliance = await findHosted(db, slug);
  if (alliance === null) throw new AllianceRefused('no-such-alliance', slug);
  if (alliance.state === 'handed-over')
    throw new AllianceRefused('handed-over', slug, alliance.successor ?? '');
  return alliance;
}

export async function listHosted(db: Db): Promise<HostedAlliance[]> {
  return await db.selectFrom('alliance').selectAll().orderBy('slug').execute();
}

/** Makes a key of an alliance. */
export async function makeAllianceKey(tx: Tx, kernel: Kernel, alliance: string): Promise<string> {
  const seed = new Uint8Array(randomBytes(32));
  const kid = thumbprint({ ...jwkFromPublicKey(publicKeyOfSeed('Ed25519', seed)) });
  await tx
    .insertInto('alliance_key')
    .values({
      kid,
      alliance,
      sealed: kernel.keys.seal(seed, sealedFor(alliance, kid)),
      created_at: kernel.clock.now(),
      retired_at: null,
    })
    .execute();
  return kid;
}

/** The keys of an alliance, the newest last. */
export async function allianceSigners(
  db: Db | Tx,
  { keys }: Pick<Kernel, 'keys'>,
  alliance: string,
): Promise<Signer[]> {
  const rows = await db
    .selectFrom('alliance_key')
    .selectAll()
    .where('alliance', '=', alliance)
    .where('retired_at', 'is', null)
    .orderBy('created_at')
    .orderBy('kid')
    .execute();
  return rows.map(({ kid, sealed, created_at }) =>
    makeSigner(
      { id: kid, createdAt: created_at },
      'Ed25519',
      keys.unseal(Uint8Array.from(sealed), sealedFor(alliance, kid)),
    ),
  );
}

export async function allianceJwks(
  db: Db | Tx,
  kernel: Pick<Kernel, 'keys'>,
  alliance: string,
): Promise<Jwks> {
  return jwksOf(await allianceSigners(db, kernel, alliance));
}

/** Names of the keys of an alliance, which its members compare. */
export async function allianceKids(kernel: Kernel, alliance: string): Promise<string[]> {
  return (await allianceJwks(kernel.db, kernel, alliance)).keys.map(({ kid }) => kid);
}

/** The key that signs now: a new one when every member's pin has had the time to learn it. */
export function allianceSigner(signers: readonly Signer[], now: number) {
  return signerAt(signers, now, PIN_OVERLAP);
}
