import {
  type BundleId,
  bundlesForSize,
  CompactRange,
  decodeBundle,
  entriesPath,
  equal,
  type Hash,
  leafHash,
  MAX_BUNDLE,
  type OpenedCheckpoint,
  TransparencyLogError,
} from '@koinon/transparency-log';
import { ahead } from '../sources/ahead.ts';
import type { LogSource } from '../sources/log-source.ts';
import { RecordRules } from './record-rules.ts';
import { TileCheck } from './tile-check.ts';

const BUNDLES_AT_ONCE = 8;
const EXAMPLES = 5;

/** What a whole log was found to be. Lists hold at most a few examples, the counts are complete. */
export interface LogCheck {
  entries: number;
  bundles: number;
  tiles: number;
  rootOk: boolean;
  /** Whether the log grew from the earlier checkpoint; null where none was given. */
  priorOk: boolean | null;
  badFiles: string[];
  records: number;
  badRecords: { count: number; examples: string[] };
}

export interface LogCheckOptions {
  /** Whether the entries are looked at as Koinon records. */
  records: boolean;
  prior: { size: number; root: Hash } | null;
  /** Seconds since 1970. */
  now: number;
  onProgress?(entries: number): void;
}

/** Reads every entry and every tile of a log and holds them against its checkpoint. Memory grows with the ids of records only. */
export async function checkLog(
  source: LogSource,
  { checkpoint }: Pick<OpenedCheckpoint, 'checkpoint'>,
  options: LogCheckOptions,
): Promise<LogCheck> {
  const { size } = checkpoint;
  const range = new CompactRange();
  const tiles = new TileCheck(source);
  const rules = new RecordRules(checkpoint.origin, options.now);
  const badFiles: string[] = [];
  let priorOk: boolean | null = options.prior === null ? null : options.prior.size === 0;
  let bundles = 0;

  const read = (bundle: BundleId) => source.read(entriesPath(bundle), MAX_BUNDLE);
  for await (const [bundle, bytes] of ahead(bundlesForSize(size), BUNDLES_AT_ONCE, read)) {
    const entries = openBundle(bytes, bundle.width);
    if (typeof entries === 'string') {
      // Without these entries nothing after them has a place in the tree.
      badFiles.push(`${entriesPath(bundle)} ${entries}`);
      break;
    }
    for (const entry of entries) {
      if (options.records) rules.check(entry, range.size);
      range.append(leafHash(entry), tiles.visit);
      if (options.prior?.size === range.size) priorOk = equal(options.prior.root, range.root());
    }
    await tiles.compare();
    bundles++;
    options.onProgress?.(range.size);
  }
  if (range.size === size) await tiles.finish();
  badFiles.push(...tiles.bad);
  return {
    entries: range.size,
    bundles,
    tiles: tiles.compared,
    rootOk: range.size === size && equal(range.root(), checkpoint.root),
    priorOk,
    badFiles: badFiles.slice(0, EXAMPLES),
    records: rules.good,
    badRecords: { count: rules.badCount, examples: rules.bad.slice(0, EXAMPLES) },
  };
}

function openBundle(bytes: Uint8Array | null, width: number): Uint8Array[] | string {
  if (bytes === null) return 'is missing';
  try {
    return decodeBundle(bytes, width);
  } catch (error) {
    if (error instanceof TransparencyLogError) return `cannot be read: ${error.message}`;
    throw error;
  }
}
