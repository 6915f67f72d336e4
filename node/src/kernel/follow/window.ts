import type { KeySpan } from '@koinon/records';
import type { AlertCode } from '../database/tables/watch.ts';
import type { TileGrowth } from '../log/tile-growth.ts';
import type { FaultDetail } from './fault.ts';

/** What has to be done: everything between what we hold of a log and a checkpoint that it signed. Plain data, so that it can go to a thread. */
export interface Walk {
  origin: string;
  /** Origin URL that records must have as `iss`. */
  node: string;
  /** Address of the log's files. */
  prefix: string;
  held: {
    size: number;
    /** Compact range of what we hold. */
    range: Uint8Array;
    /** Hashes that we hold of the last, partial tile of each level; level 0 are the leaves of the last bundle. */
    edges: readonly Uint8Array[];
  };
  target: { size: number; root: Uint8Array; note: string };
  keys: readonly KeySpan[];
  pinnedKids: readonly string[];
  previousIat: number | null;
  /** Id of the last keys record that we hold. */
  latestKeys: string | null;
  /** Seconds. */
  now: number;
}

/** One entry as it will be stored. What an entry that is not authentic says of itself is left out. */
export interface WalkedEntry {
  /** The entry as text, empty where it is no printable ASCII; then `raw` holds it. */
  body: string;
  raw: Uint8Array | null;
  jti: string | null;
  kind: string | null;
  sub: string | null;
  prev: string | null;
  iat: number | null;
  flag: string | null;
}

/** A run of entries that was shown to lie in the signed tree, with all that they add to our copy. */
export interface Window {
  start: number;
  entries: WalkedEntry[];
  size: number;
  range: Uint8Array;
  tiles: TileGrowth[];
}

/** A fault in a form that survives the way out of a thread. */
export type PlainFault =
  | { type: 'unavailable'; code: string; message: string }
  | { type: 'bad-content'; code: AlertCode; message: string; detail: FaultDetail; note: string | null };

/** `start` asks for the first window at once. */
export type ToThread =
  | { id: number; type: 'start'; walk: Walk }
  | { id: number; type: 'next' }
  | { id: number; type: 'stop' };

export type FromThread =
  /** Null: the walk is at its end. */
  { id: number; window: Window | null } | { id: number; fault: PlainFault } | { id: number; failure: string };
