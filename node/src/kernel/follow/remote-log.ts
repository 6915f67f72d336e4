import {
  type BundleId,
  entriesPath,
  HASH_BYTES,
  MAX_BUNDLE,
  MAX_NOTE,
  TILE_WIDTH,
  type TileId,
  tilePath,
} from '@koinon/transparency-log';
import type { AlertCode } from '../database/tables/watch.ts';
import type { Fetched, Fetcher, FetchOptions } from '../fetch/index.ts';
import { BadContent, faultOfRefusal, Unavailable } from './fault.ts';

const CHECKPOINT_MS = 10_000;
const TILE_MS = 20_000;
/** The largest bundle over a line of 2 Mbit/s. */
const BUNDLE_MS = 70_000;

/** The files of a log (tlog-tiles) below a prefix: at its own node, or another node's copy. */
export interface RemoteLog {
  /** Null where nothing is published there; `etag` is for the next request, which then may answer `unchanged`. */
  checkpoint(etag?: string | null): Promise<{ note: Uint8Array; etag: string | null } | 'unchanged' | null>;
  /** Exactly `width` hashes. @throws Unavailable, BadContent */
  tile(id: TileId): Promise<Uint8Array>;
  /** The bundle as it is served, or a full one in place of a partial one that has vanished. */
  bundle(id: BundleId): Promise<{ bytes: Uint8Array; width: number }>;
}

export function remoteLog(fetcher: Fetcher, prefix: string, signal?: AbortSignal): RemoteLog {
  const base = prefix.endsWith('/') ? prefix : `${prefix}/`;
  const get = async (path: string, code: AlertCode, options: FetchOptions): Promise<Fetched> => {
    try {
      return await fetcher.fetch(`${base}${path}`, { ...options, ...(signal ? { signal } : {}) });
    } catch (error) {
      throw faultOfRefusal(error, code);
    }
  };
  const file = async (path: string, maxBytes: number, timeoutMs: number): Promise<Uint8Array | null> => {
    const answer = await get(path, 'bad-tiles', {
      maxBytes,
      timeoutMs,
      accept: ['application/octet-stream'],
    });
    if (answer.status === 200) return answer.body;
    if (answer.status === 404 || answer.status === 410) return null;
    throw new Unavailable('status', `${base}${path} answers ${answer.status}`);
  };
  /** A partial file may vanish once the full one exists (tlog-tiles): then that is read and cut. */
  const either = async (partial: string, full: string, maxBytes: number, timeoutMs: number) => {
    const found = await file(partial, maxBytes, timeoutMs);
    if (found !== null) return { bytes: found, whole: partial === full };
    const whole = partial === full ? null : await file(full, maxBytes, timeoutMs);
    if (whole === null)
      throw new BadContent('bad-tiles', `${base}${partial} is missing`, { missing: partial });
    return { bytes: whole, whole: true };
  };

  return {
    async checkpoint(etag) {
      const answer = await get('checkpoint', 'bad-signature', {
        maxBytes: MAX_NOTE,
        timeoutMs: CHECKPOINT_MS,
        accept: ['text/plain'],
        headers: etag ? { 'if-none-match': etag } : {},
      });
      if (answer.status === 304) return 'unchanged';
      if (answer.status === 404) return null;
      if (answer.status !== 200)
        throw new Unavailable('status', `${base}checkpoint answers ${answer.status}`);
      return { note: answer.body, etag: answer.headers.etag ?? null };
    },
    async tile(id) {
      const path = tilePath(id);
      const full = tilePath({ ...id, width: TILE_WIDTH });
      const { bytes, whole } = await either(path, full, TILE_WIDTH * HASH_BYTES, TILE_MS);
      const width = whole ? TILE_WIDTH : id.width;
      if (bytes.length !== width * HASH_BYTES) {
        throw new BadContent('bad-tiles', `${base}${path} has ${bytes.length} bytes`, { tile: path });
      }
      return bytes.subarray(0, id.width * HASH_BYTES);
    },
    async bundle(id) {
      const full = entriesPath({ ...id, width: TILE_WIDTH });
      const { bytes, whole } = await either(entriesPath(id), full, MAX_BUNDLE, BUNDLE_MS);
      return { bytes, width: whole ? TILE_WIDTH : id.width };
    },
  };
}
