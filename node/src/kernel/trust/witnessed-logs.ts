import { ED25519, NoteError, parseVerifierKey } from '@koinon/transparency-log';
import type { Actor } from '../identity/actor.ts';
import { require } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import { NoSuchPartner, Untrusted } from './error.ts';

/** Cosigns a log without following it, or one more key of a log. @returns its origin. @throws Untrusted, NotPermitted */
export async function addWitnessedLog(
  kernel: Kernel,
  actor: Actor,
  { vkey }: { vkey: string },
): Promise<string> {
  require(actor, 'kernel.partners');
  const { name, type } = readKey(vkey);
  if (type !== ED25519) throw new Untrusted('inconsistent-keys', name, 'the key of a log is of type 0x01');
  await kernel.db
    .insertInto('log_key')
    .values({ origin: name, vkey, purpose: 'witness', added_at: kernel.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  kernel.log.info({ origin: name }, 'cosigns a log');
  return name;
}

/** Ends that. Keys of partners stay until the partner is removed. @throws NoSuchPartner, NotPermitted */
export async function removeWitnessedLog(
  kernel: Kernel,
  actor: Actor,
  { vkey }: { vkey: string },
): Promise<string> {
  require(actor, 'kernel.partners');
  const { name } = readKey(vkey);
  const removed = await kernel.db
    .deleteFrom('log_key')
    .where('origin', '=', name)
    .where('vkey', '=', vkey)
    .where('purpose', '=', 'witness')
    .executeTakeFirst();
  if (removed.numDeletedRows === 0n) throw new NoSuchPartner(name);
  kernel.log.info({ origin: name }, 'no longer cosigns a log');
  return name;
}

function readKey(vkey: string) {
  try {
    return parseVerifierKey(vkey);
  } catch (error) {
    if (error instanceof NoteError) throw new Untrusted('inconsistent-keys', vkey, error.message);
    throw error;
  }
}
