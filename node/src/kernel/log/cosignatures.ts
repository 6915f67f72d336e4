import { type Checkpoint, cosignatureTime, parseNote } from '@koinon/transparency-log';
import type { Insertable } from 'kysely';
import type { CosignatureTable } from '../database/tables.ts';

/** The cosignature lines of a note as rows; the log's own signatures, which have its origin as their name, are left out. */
export function cosignaturesOf(
  log: number,
  checkpoint: Pick<Checkpoint, 'origin' | 'size'>,
  note: string,
): Insertable<CosignatureTable>[] {
  const rows = new Map<string, Insertable<CosignatureTable>>();
  for (const { name, signature, line } of parseNote(note).signatures) {
    if (name === checkpoint.origin) continue;
    const time = cosignatureTime(signature);
    if (time === null || time === 0) continue;
    const key = `${name} ${time}`;
    // One row per witness and time holds its lines of all key types.
    const known = rows.get(key);
    if (known) known.line += line;
    else rows.set(key, { log, witness: name, size: checkpoint.size, at: new Date(time * 1000), line });
  }
  return [...rows.values()];
}
