import { openCheckpoint, parseVerifierKey } from '@koinon/transparency-log';
import { z } from 'zod';
import type { Kernel } from '../kernel.ts';
import { logSigners } from '../keys/vkeys.ts';
import { askOne } from './ask-one.ts';

const payloadSchema = z.object({ url: z.string(), jti: z.uuid() });
const LOGGED_WITHIN_MS = 30_000;

/**
 * Shows our log once more to the witness of a node that was removed: it wakes the loop that follows us there, which then reads
 * that it was removed. Where it is missed, that loop comes by itself within a minute.
 */
export async function bidFarewell(kernel: Kernel, payload: string): Promise<void> {
  const { url, jti } = payloadSchema.parse(JSON.parse(payload));
  if ((await kernel.records.waitLogged(jti, LOGGED_WITHIN_MS)) !== 'logged') return;
  const { note } = await kernel.db
    .selectFrom('log')
    .select('note')
    .where('id', '=', kernel.ownLog)
    .executeTakeFirstOrThrow();
  if (note === null) return;
  const logVerifiers = logSigners(kernel.keys, kernel.identity).map(({ vkey }) => parseVerifierKey(vkey));
  const { checkpoint } = openCheckpoint(note, { origin: kernel.identity.logOrigin, logVerifiers });
  const proof = (oldSize: number) => kernel.tiles.consistency(kernel.ownLog, oldSize, checkpoint.size);
  await askOne(kernel, { name: '', vkeys: [], url }, { checkpoint, note, proof }, 0);
}
