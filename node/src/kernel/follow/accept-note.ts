import {
  type Checkpoint,
  formatNote,
  openCheckpoint,
  parseVerifierKey,
  TransparencyLogError,
  type Verifier,
} from '@koinon/transparency-log';
import type { Kernel } from '../kernel.ts';
import { witnessCosigners } from '../keys/vkeys.ts';
import { isDatable } from '../log/cosignatures.ts';
import { BadContent } from './fault.ts';

/** A checkpoint that the log's keys signed. */
export interface AcceptedNote {
  checkpoint: Checkpoint;
  /** The note with the lines of the log and of witnesses that we know; lines of others are dropped. */
  note: string;
  /** How many witnesses cosigned. */
  cosigners: number;
}

export interface NoteKeys {
  origin: string;
  log: Verifier[];
  witnesses: Verifier[];
}

export async function noteKeys(
  kernel: Pick<Kernel, 'trust' | 'keys' | 'identity'>,
  origin: string,
): Promise<NoteKeys> {
  const [logKeys, witnesses] = await Promise.all([kernel.trust.logKeys(origin), kernel.trust.witnesses()]);
  const own = witnessCosigners(kernel.keys, kernel.identity).map(({ vkey }) => vkey);
  const vkeys = new Set([...own, ...witnesses.flatMap((witness) => witness.vkeys)]);
  return {
    origin,
    log: logKeys.map(parseVerifierKey),
    witnesses: [...vkeys].map(parseVerifierKey),
  };
}

/** @throws BadContent where no key of the log signed it, or a line of a known key does not verify */
export function acceptNote(note: Uint8Array | string, keys: NoteKeys): AcceptedNote {
  try {
    const opened = openCheckpoint(note, {
      origin: keys.origin,
      logVerifiers: keys.log,
      witnessVerifiers: keys.witnesses,
    });
    const ids = new Set(keys.log.map(({ name, id }) => `${name} ${id}`));
    const own = opened.note.signatures
      .filter(({ name, id }) => ids.has(`${name} ${id}`))
      .map(({ line }) => line);
    const cosignatures = opened.cosignatures.filter(({ time }) => isDatable(time));
    const lines = cosignatures.map(({ line }) => line);
    return {
      checkpoint: opened.checkpoint,
      note: formatNote(opened.note.text, [...own, ...lines]),
      cosigners: new Set(cosignatures.map(({ name }) => name)).size,
    };
  } catch (error) {
    if (!(error instanceof TransparencyLogError)) throw error;
    const text = typeof note === 'string' ? note : new TextDecoder().decode(note);
    const shown = text.length <= 8192 ? text : null;
    throw new BadContent('bad-signature', `checkpoint of ${keys.origin}: ${error.message}`, {}, shown);
  }
}
