import { sql } from 'kysely';
import type { KeyPurpose, Tx } from '../database/tables.ts';
import type { Kernel } from '../kernel.ts';
import { KEYS_SUBJECT, signKeysRecord } from '../records/keys-record.ts';
import { putInOutbox } from '../records/outbox.ts';
import { advanceSubject, readSubject } from '../records/subjects.ts';
import type { Signer } from './keys.ts';
import { ALGORITHMS } from './purposes.ts';

export interface Rotated {
  purpose: KeyPurpose;
  /** Id of the new key. */
  id: string;
  /** Keys that go on beside it until they are retired. */
  overlapping: readonly string[];
}

/**
 * Makes the next key of a purpose, which works beside the older ones until those are retired. A new record key is
 * announced by a record that an older key signs, so that readers of the log can follow from one to the next.
 */
export async function rotateKey(kernel: Kernel, purpose: KeyPurpose): Promise<Rotated> {
  const { database, keys } = kernel;
  const before = ALGORITHMS[purpose].includes('AES-256') ? [] : [...keys.signers(purpose)];
  const next = await database.transaction(async (tx) => {
    const signer = await keys.rotate(tx, purpose);
    if (purpose === 'record') await announce(tx, kernel, [...before, signer]);
    return signer;
  });
  await keys.reload();
  kernel.log.info({ purpose, key: next.id }, 'key rotated');
  return { purpose, id: next.id, overlapping: before.map(({ id }) => id) };
}

/** Ends a key: a record key by a record that no longer lists it. */
export async function retireKey(kernel: Kernel, id: string): Promise<void> {
  const { database, keys, db } = kernel;
  const key = await db.selectFrom('key').select('purpose').where('id', '=', id).executeTakeFirst();
  await database.transaction(async (tx) => {
    await keys.retire(tx, id);
    if (key?.purpose !== 'record') return;
    const left = keys.signers('record').filter((signer) => signer.id !== id);
    await announce(tx, kernel, left);
  });
  await keys.reload();
}

async function announce(tx: Tx, kernel: Kernel, listed: readonly Signer[]): Promise<void> {
  const sub = `${kernel.identity.origin}${KEYS_SUBJECT}`;
  await sql`select 1 from subject where log = ${kernel.ownLog} and sub = ${sub} for update`.execute(tx);
  const subject = await readSubject(tx, kernel.ownLog, sub);
  const signed = signKeysRecord(kernel, { prev: subject?.latest ?? null, listed });
  const at = kernel.clock.now();
  await advanceSubject(tx, signed.record, {
    log: kernel.ownLog,
    node: kernel.identity.origin,
    own: true,
    at,
  });
  await putInOutbox(tx, kernel.database.schema, kernel.ownLog, [signed], at);
}
