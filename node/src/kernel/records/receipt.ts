import { makeReceipt } from '@koinon/records';
import type { Kernel } from '../kernel.ts';
import { NoSuchRecord, NotLoggedYet } from './error.ts';
import { readRecord } from './read.ts';

/**
 * The receipt of a record, ours or a partner's: record, place, proof, and the newest checkpoint with its cosignatures.
 * @throws NoSuchRecord, NotLoggedYet
 */
export async function makeReceiptFor(kernel: Kernel, jti: string): Promise<{ text: string; index: number }> {
  const record = await readRecord(kernel, jti);
  if (record === null) throw new NoSuchRecord(jti);
  const head = await kernel.db
    .selectFrom('log')
    .select(['note', 'note_size'])
    .where('id', '=', record.log)
    .executeTakeFirstOrThrow();
  const { index, jws } = record;
  if (index === null || head.note === null || index >= head.note_size) throw new NotLoggedYet(jti);
  const proof = await kernel.tiles.inclusion(record.log, index, head.note_size);
  return { text: makeReceipt({ jws, index, proof, note: head.note }), index };
}
