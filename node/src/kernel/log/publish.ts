import { type Checkpoint, formatCheckpoint, formatNote, parseNote, signNote } from '@koinon/transparency-log';
import { sql } from 'kysely';
import { unixSeconds } from '../clock.ts';
import { channelName } from '../database/names.ts';
import type { Kernel } from '../kernel.ts';
import { logSigners } from '../keys/vkeys.ts';
import type { AskWitnesses } from './ask-witnesses.ts';
import { cosignaturesOf } from './cosignatures.ts';
import { hasQuorum, keepIfCosigned } from './quorum.ts';

/** How long a new checkpoint waits for its witnesses before it is served without (all of) them. */
export const HOLD_BACK_MS = 1000;

/**
 * Signs the committed head, asks the witnesses, stores and announces the note. Served at the latest after a second;
 * cosignatures that come later are added while no newer checkpoint has taken its place.
 */
export async function publishHead(kernel: Kernel, askWitnesses: AskWitnesses): Promise<number> {
  const checkpoint = await committedHead(kernel);
  const text = formatCheckpoint(checkpoint);
  const note = signNote(text, logSigners(kernel.keys, kernel.identity), unixSeconds(kernel.clock));
  const lines: string[] = [];
  let served = false;
  const serve = async () => {
    served = true;
    await storeNote(kernel, checkpoint, formatNote(text, [...ownLines(note), ...lines]));
  };
  const asking = askWitnesses(kernel, {
    checkpoint,
    note,
    proof: (oldSize) => kernel.tiles.consistency(kernel.ownLog, oldSize, checkpoint.size),
    heard: async (heard) => {
      lines.push(...heard);
      if (served) await serve();
    },
  }).catch((error) => kernel.log.warn({ err: error }, 'asking witnesses failed'));
  await Promise.race([asking, holdBack()]);
  await serve();
  await asking;
  return checkpoint.size;
}

async function committedHead(kernel: Kernel): Promise<Checkpoint> {
  const row = await kernel.db
    .selectFrom('log')
    .select(['size', 'root'])
    .where('id', '=', kernel.ownLog)
    .executeTakeFirstOrThrow();
  return {
    origin: kernel.identity.logOrigin,
    size: row.size,
    root: Uint8Array.from(row.root),
    extensions: [],
  };
}

/** A note never replaces one of a larger tree. */
async function storeNote(kernel: Kernel, checkpoint: Checkpoint, note: string): Promise<void> {
  const { database, ownLog: log } = kernel;
  const cosigned = await hasQuorum(kernel, note, kernel.identity.witnessName);
  await database.transaction(async (tx) => {
    const stored =
      await sql`update log set note = ${note}, note_size = ${checkpoint.size}, note_at = ${kernel.clock.now()}
        ${keepIfCosigned(cosigned, note, checkpoint.size)}
      where id = ${log} and note_size <= ${checkpoint.size} and size >= ${checkpoint.size}
      returning pg_notify(${channelName(database.schema, 'published')}, ${String(checkpoint.size)})`.execute(
        tx,
      );
    const cosignatures = cosignaturesOf(log, checkpoint, note);
    if (stored.rows.length > 0 && cosignatures.length > 0) {
      await tx
        .insertInto('cosignature')
        .values(cosignatures)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  });
}

function ownLines(note: string): string[] {
  return parseNote(note).signatures.map((signature) => signature.line);
}

function holdBack(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, HOLD_BACK_MS).unref());
}
