import { makeReceipt } from '@koinon/records';
import type { Kernel } from '../kernel.ts';
import { NoSuchRecord, NotLoggedYet } from './error.ts';
import { readRecord } from './read.ts';

/**
 * The receipt of a record, ours or a partner's: record, place, proof, and a checkpoint with its cosignatures. That is
 * the newest one with its quorum where it holds the record; a newer one may still wait for witnesses that are silent.
 * @throws NoSuchRecord, NotLoggedYet
 */
export async function makeReceiptFor(kernel: Kernel, jti: string): Promise<{ text: string; index: number }> {
  const record = await readRecord(kernel, jti);
  if (record === null) throw new NoSuchRecord(jti);
  const { index, jws } = record;
  const head = await kernel.db
    .selectFrom('log')
    .select(['note', 'note_size', 'cosigned_note', 'cosigned_size'])
    .where('id', '=', record.log)
    .executeTakeFirstOrThrow();
  if (index === null || index >= head.note_size) throw new NotLoggedYet(jti);
  const [note, size] =
    index < head.cosigned_size ? [head.cosigned_note, head.cosigned_size] : [head.note, head.note_size];
  if (note === null) throw new NotLoggedYet(jti);
  const proof = await kernel.tiles.inclusion(record.log, index, size);
  return { text: makeReceipt({ jws, index, proof, note }), index };
}
