import { type Checkpoint, equal } from '@koinon/transparency-log';
import type { Kernel } from '../kernel.ts';
import { commonPrefix } from './common-prefix.ts';
import { isFault, Misbehaviour } from './fault.ts';
import type { RemoteLog } from './remote-log.ts';
import { fetchProvenRoot } from './remote-proof.ts';

/** One signed version of a log, and where its tiles can be read. */
export interface Version {
  checkpoint: Checkpoint;
  note: string;
  /** The log itself, or the copy of whoever holds this version. */
  tiles: Pick<RemoteLog, 'tile'>;
  /** Who holds it, where that is not the log. */
  peer?: string;
}

interface Held {
  log: number;
  size: number;
  note: string | null;
}

/**
 * Whether a signed version and what we hold are two histories of one log. Where the other version is no larger than ours
 * its root decides at once. A larger one is compared by its tiles, which count only as far as they are shown to belong to
 * the signed root: whoever serves them must not be able to make another's log look false.
 * @returns the evidence, or null where they fit or nothing can be said
 */
export async function judge(
  kernel: Pick<Kernel, 'tiles'>,
  held: Held,
  other: Version,
): Promise<Misbehaviour | null> {
  if (held.note === null) return null;
  const { checkpoint } = other;
  const shared = Math.min(held.size, checkpoint.size);
  const ours = (size: number) => kernel.tiles.root(held.log, size);
  const theirs = (size: number) => fetchProvenRoot(other.tiles, size, checkpoint);
  const fits = await known(async () => equal(await ours(shared), await theirs(shared)));
  if (fits !== false) return null;
  const common = await known(() => commonPrefix(ours, theirs, shared - 1));
  const { peer } = other;
  return new Misbehaviour('two histories', held.note, other.note, {
    ourSize: held.size,
    theirSize: checkpoint.size,
    ...(common === null ? {} : { commonSize: common }),
    ...(peer === undefined ? {} : { peer }),
  });
}

/** What a question to somebody else's tiles gives, or null where it gives nothing. */
async function known<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}
