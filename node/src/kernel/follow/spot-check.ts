import {
  bundlesForSize,
  concat,
  decodeBundle,
  equal,
  HASH_BYTES,
  leafHash,
  TransparencyLogError,
} from '@koinon/transparency-log';
import type { Kernel } from '../kernel.ts';
import { raiseAlert } from '../trust/index.ts';
import type { Partner } from '../trust/trust-store.ts';
import { BadContent, isFault, plainDetail } from './fault.ts';
import { readHeld } from './held-log.ts';
import { type Patience, Suspicion } from './patience.ts';
import { remoteLog } from './remote-log.ts';

interface Checking {
  suspicion: Suspicion;
  /** What did not fit last time is looked at again. */
  doubtful: number | null;
}

/**
 * Looks again at what was checked long ago: one bundle and its tile, by chance, of each partner's log. A log that changes
 * its past for readers who come later is found by this, since a follower never reads a bundle twice.
 */
export class SpotChecks {
  readonly #patience: Patience;
  readonly #random: () => number;
  readonly #checking = new Map<string, Checking>();

  constructor(patience: Patience, random: () => number = Math.random) {
    this.#patience = patience;
    this.#random = random;
  }

  async check(kernel: Kernel, partner: Partner, signal: AbortSignal): Promise<void> {
    const checking = this.#checking.get(partner.node) ?? {
      suspicion: new Suspicion(this.#patience),
      doubtful: null,
    };
    this.#checking.set(partner.node, checking);
    const held = await readHeld(kernel, partner.log);
    // Partial bundles are served for sizes that had a checkpoint.
    const bundles = bundlesForSize(Math.min(held.noteSize, held.size));
    if (bundles.length === 0) return;
    const chosen = checking.doubtful ?? Math.floor(this.#random() * bundles.length);
    const bundle = bundles[chosen];
    if (bundle === undefined) return;
    try {
      await compare(kernel, partner, bundle, signal);
      checking.doubtful = null;
      checking.suspicion.clear();
    } catch (error) {
      if (signal.aborted || (isFault(error) && !(error instanceof BadContent))) return;
      if (!(error instanceof BadContent)) throw error;
      checking.doubtful = chosen;
      const seen = checking.suspicion.seen(error.code, kernel.clock.now().getTime());
      kernel.log.warn({ partner: partner.node, found: error.message }, 'a spot check does not fit');
      if (seen === null) return;
      const detail = { ...plainDetail(error.detail), found: error.message, tries: seen.tries };
      const { code } = error;
      await raiseAlert(kernel, { origin: partner.logOrigin, code, detail, ours: held.note, theirs: null });
    }
  }
}

/** @throws BadContent where the log serves something else than it did */
async function compare(
  kernel: Kernel,
  partner: Partner,
  { index, width }: { index: number; width: number },
  signal: AbortSignal,
): Promise<void> {
  const remote = remoteLog(kernel.fetcher, `${partner.node}${partner.logPrefix}`, signal);
  const id = { level: 0, index, width };
  const ours = await kernel.tiles.tile(partner.log, id);
  if (ours === null) return;
  const [served, tile] = await Promise.all([remote.bundle({ index, width }), remote.tile(id)]);
  const leaves = concat(...entriesOf(index, served).slice(0, width).map(leafHash));
  const detail = { bundle: index, commonSize: index * 256 };
  if (!equal(leaves, ours)) {
    const at = firstDifference(leaves, ours);
    const message = `entry ${index * 256 + at} is no longer what it was`;
    throw new BadContent('bad-root', message, { ...detail, commonSize: index * 256 + at });
  }
  if (!equal(tile, ours))
    throw new BadContent('bad-tiles', `tile 0/${index} is no longer what it was`, detail);
}

function entriesOf(index: number, { bytes, width }: { bytes: Uint8Array; width: number }): Uint8Array[] {
  try {
    return decodeBundle(bytes, width);
  } catch (error) {
    if (!(error instanceof TransparencyLogError)) throw error;
    throw new BadContent('bad-tiles', `bundle ${index}: ${error.message}`, {
      bundle: index,
      commonSize: index * 256,
    });
  }
}

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  let at = 0;
  while (
    equal(
      a.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
      b.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
    )
  )
    at++;
  return at;
}
