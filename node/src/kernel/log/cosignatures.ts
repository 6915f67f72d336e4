import { type Checkpoint, cosignatureTime, parseNote } from '@koinon/transparency-log';
import type { Insertable } from 'kysely';
import type { CosignatureTable } from '../database/tables/log.ts';

/** End of the year 9999, in seconds: what comes after is no date to every database and program. */
const LAST_TIME = 253_402_300_799;

/** Whether a cosignature states a time (in seconds) that can be kept and shown; the format allows any number. */
export function isDatable(time: number | null): time is number {
  return time !== null && time > 0 && time <= LAST_TIME;
}

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
    if (!isDatable(time)) continue;
    const key = `${name} ${time}`;
    // One row per witness and time holds its lines of all key types.
    const known = rows.get(key);
    if (known) known.line += line;
    else rows.set(key, { log, witness: name, size: checkpoint.size, at: new Date(time * 1000), line });
  }
  return [...rows.values()];
}
