import { STATEMENT_LIFETIME } from '@koinon/trust';
import { sql } from 'kysely';
import type { KeyPurpose } from '../database/tables/keys.ts';
import type { Tx } from '../database/tables.ts';
import { type Actor, actorId } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import { KEYS_SUBJECT, signKeysRecord } from '../records/keys-record.ts';
import { publishSigned } from '../records/publish-signed.ts';
import { readSubject } from '../records/subjects.ts';
import { ensureEntityKeys } from '../trust/entity-keys.ts';
import { LastKey, NoSuchKey, TooSoon } from './error.ts';
import type { Signer } from './keys.ts';

export interface Rotated {
  purpose: KeyPurpose;
  /** Id of the new key. */
  id: string;
  /** Keys that go on beside it until they are retired. */
  overlapping: readonly string[];
}

/** Purposes whose keys stand in the entity configuration of the node and in its log. */
const SHOWN: ReadonlySet<KeyPurpose> = new Set(['federation', 'log', 'witness']);
/** Purposes whose keys others take from a copy of the entity configuration, which they keep for a day. */
const COPIED: ReadonlySet<KeyPurpose> = new Set([...SHOWN, 'provider']);

/**
 * Makes the next key of a purpose; the old one stays active beside it until it is retired (decision 4 of the design).
 * Record keys are announced by a record that the old key signs; log keys sign every checkpoint together, so that verifiers
 * of either accept it. Keys by which others know the node are published in the log too; where the process ends before that,
 * its next start does it.
 */
export async function rotateKey(kernel: Kernel, actor: Actor, purpose: KeyPurpose): Promise<Rotated> {
  await kernel.keys.reload();
  const before = [...kernel.keys.signers(purpose)];
  const { id } = await kernel.database.transaction(async (tx) => {
    const made = await kernel.keys.rotate(tx, purpose);
    if (purpose === 'record' && made.signer) {
      await announce(tx, kernel, actor, [...before, made.signer], before.at(-1));
    }
    return made;
  });
  await kernel.keys.reload();
  if (SHOWN.has(purpose)) await ensureEntityKeys(kernel, actor);
  kernel.log.info({ purpose, key: id, actor: actorId(actor) }, 'a key was made');
  return { purpose, id, overlapping: before.map((signer) => signer.id) };
}

/**
 * Ends the use of an older key. For a record key, a record signed by the newest key lists those that remain valid. A key by
 * which others know the node ends only when they have had a day to learn its successor, unless it is lost: then whoever has
 * it is stopped at once, and who has not learned the successor has to take it from our log.
 * @throws NoSuchKey, LastKey, TooSoon
 */
export async function retireKey(
  kernel: Kernel,
  actor: Actor,
  id: string,
  { lost = false }: { lost?: boolean } = {},
): Promise<void> {
  await kernel.keys.reload();
  const shown = await kernel.database.transaction(async (tx) => {
    const purpose = await purposeOf(tx, id);
    const rest = kernel.keys.signers(purpose).filter((signer) => signer.id !== id);
    await requireAnother(tx, purpose, id);
    if (COPIED.has(purpose) && !lost) requireKnown(kernel, id, rest);
    await kernel.keys.retire(tx, id);
    if (purpose === 'record') await announce(tx, kernel, actor, rest, rest.at(-1));
    return SHOWN.has(purpose);
  });
  await kernel.keys.reload();
  if (shown) await ensureEntityKeys(kernel, actor);
  kernel.log.info({ key: id, actor: actorId(actor) }, 'a key was retired');
}

/** Others may go on for a day by what they have read of us: by then they know a key that is a day old. */
function requireKnown({ clock, keys }: Kernel, id: string, rest: readonly Signer[]): void {
  const algorithm = keys.signers('witness').find((signer) => signer.id === id)?.algorithm ?? 'Ed25519';
  const oldest = rest
    .filter((signer) => signer.algorithm === algorithm)
    .map(({ createdAt }) => createdAt.getTime() + STATEMENT_LIFETIME * 1000)
    .sort((a, b) => a - b)[0];
  if (oldest !== undefined && clock.now().getTime() < oldest) throw new TooSoon(id, new Date(oldest));
}

async function announce(
  tx: Tx,
  kernel: Kernel,
  actor: Actor,
  listed: readonly Signer[],
  signer: Signer | undefined,
): Promise<void> {
  const subject = await readSubject(tx, kernel.ownLog, `${kernel.identity.origin}${KEYS_SUBJECT}`);
  const signed = signKeysRecord(kernel, {
    prev: subject?.latest ?? null,
    listed,
    ...(signer ? { signer } : {}),
  });
  await publishSigned(tx, kernel, actor, signed);
}

async function purposeOf(tx: Tx, id: string): Promise<KeyPurpose> {
  const row = await tx
    .selectFrom('key')
    .select('purpose')
    .where('id', '=', id)
    .where('state', '=', 'active')
    .executeTakeFirst();
  if (!row) throw new NoSuchKey(id);
  return row.purpose;
}

/** A purpose is never left without a key of the same algorithm. */
async function requireAnother(tx: Tx, purpose: KeyPurpose, id: string): Promise<void> {
  const rows = await sql`select 1 from key a join key b on b.purpose = a.purpose and b.algorithm = a.algorithm
    where a.id = ${id} and b.id <> ${id} and b.state = 'active'`.execute(tx);
  if (rows.rows.length === 0) throw new LastKey(purpose, id);
}
