import { InvalidArgument, MalformedTile } from './error.ts';
import { assertSize } from './merkle.ts';

/** Hashes of level 8 * `level`, from hash 256 * `index` on; `width` of them, 1 to 256 (full). */
export interface TileId {
  level: number;
  index: number;
  width: number;
}
/** Entries from 256 * `index` on; `width` of them, 1 to 256 (full). */
export interface BundleId {
  index: number;
  width: number;
}
export type TilePath = ({ kind: 'tile' } & TileId) | ({ kind: 'entries' } & BundleId);

/** Hashes of a full tile, and entries of a full bundle. */
export const TILE_WIDTH = 256;
/** Longest entry that a bundle can hold, in bytes. */
export const MAX_ENTRY = 65535;
/** Largest bundle: 256 entries of 65,535 bytes with their lengths. Use it as the limit of a read. */
export const MAX_BUNDLE = TILE_WIDTH * (2 + MAX_ENTRY);

function pathNumber(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
}

function path(prefix: string, index: number, width: number): string {
  assertSize(index, 'index');
  if (!Number.isInteger(width) || width < 1 || width > TILE_WIDTH)
    throw new InvalidArgument('width is 1 to 256');
  const full = `${prefix}/${pathNumber(index)}`;
  return width === TILE_WIDTH ? full : `${full}.p/${width}`;
}

/**
 * Path of a hash tile below the prefix of a log (tlog-tiles).
 *
 * @throws InvalidArgument
 * @example tilePath({ level: 0, index: 1_234_067, width: 5 }) // 'tile/0/x001/x234/067.p/5'
 */
export function tilePath(tile: TileId): string {
  if (!Number.isInteger(tile.level) || tile.level < 0 || tile.level > 63) {
    throw new InvalidArgument('level is 0 to 63');
  }
  return path(`tile/${tile.level}`, tile.index, tile.width);
}

/**
 * Path of an entry bundle below the prefix of a log (tlog-tiles).
 *
 * @throws InvalidArgument
 * @example entriesPath({ index: 273, width: 112 }) // 'tile/entries/273.p/112'
 */
export function entriesPath(bundle: BundleId): string {
  return path('tile/entries', bundle.index, bundle.width);
}

const PATH = /^tile\/(0|[1-9]\d?|entries)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/**
 * Reads the path of a tile or bundle; null where it is not the one canonical path of any.
 *
 * @example parseTilePath('tile/entries/000') // { kind: 'entries', index: 0, width: 256 }
 */
export function parseTilePath(text: string): TilePath | null {
  const match = PATH.exec(text);
  if (!match) return null;
  const [, level = '', number = '', partial] = match;
  if (number.startsWith('x000')) return null;
  const index = Number(number.replaceAll(/[x/]/g, ''));
  const width = partial === undefined ? TILE_WIDTH : Number(partial);
  if (!Number.isSafeInteger(index) || (partial !== undefined && width >= TILE_WIDTH)) return null;
  if (level === 'entries') return { kind: 'entries', index, width };
  return Number(level) > 63 ? null : { kind: 'tile', level: Number(level), index, width };
}

/**
 * How many hashes a tile has in a tree of `size` entries: 0 where there is no such tile, 256 where it is full.
 *
 * @throws InvalidArgument
 * @example tileWidth(0, 273, 70_000) // 112
 */
export function tileWidth(level: number, index: number, size: number): number {
  assertSize(index, 'index');
  assertSize(size, 'size');
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/**
 * Every hash tile of a tree of `size` entries: the full ones, and the partial one at the right edge of each level.
 *
 * @throws InvalidArgument
 * @example tilesForSize(257).map(tilePath) // ['tile/0/000', 'tile/0/001.p/1', 'tile/1/000.p/1']
 */
export function tilesForSize(size: number): TileId[] {
  assertSize(size, 'size');
  const tiles: TileId[] = [];
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH)) {
    for (let index = 0; index * TILE_WIDTH < hashes; index++) {
      tiles.push({ level, index, width: Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH) });
    }
  }
  return tiles;
}

/**
 * Every entry bundle of a tree of `size` entries.
 *
 * @throws InvalidArgument
 * @example bundlesForSize(257).map(entriesPath) // ['tile/entries/000', 'tile/entries/001.p/1']
 */
export function bundlesForSize(size: number): BundleId[] {
  assertSize(size, 'size');
  const bundles: BundleId[] = [];
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    bundles.push({ index, width: Math.min(TILE_WIDTH, size - index * TILE_WIDTH) });
  }
  return bundles;
}

/**
 * Joins at most 256 entries of at most 65,535 bytes into an entry bundle: u16 length, entry, and so on.
 *
 * @throws InvalidArgument
 * @example encodeBundle([utf8('ab')]) // Uint8Array [0, 2, 97, 98]
 */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length > TILE_WIDTH) throw new InvalidArgument('a bundle has at most 256 entries');
  let length = 0;
  for (const entry of entries) {
    if (entry.length > MAX_ENTRY) throw new InvalidArgument('an entry has at most 65,535 bytes');
    length += 2 + entry.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const entry of entries) {
    bytes[at++] = entry.length >> 8;
    bytes[at++] = entry.length & 255;
    bytes.set(entry, at);
    at += entry.length;
  }
  return bytes;
}

/**
 * Cuts a bundle into its `width` entries (views, not copies). A bundle with fewer, more or cut-off entries is refused.
 *
 * @throws MalformedTile
 * @example decodeBundle(new Uint8Array([0, 2, 97, 98]), 1) // the bytes of ['ab']
 */
export function decodeBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 2 > bytes.length) throw new MalformedTile('the bundle ends inside a length');
    const length = ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
    at += 2;
    if (at + length > bytes.length) throw new MalformedTile('the bundle ends inside an entry');
    if (entries.length === width) throw new MalformedTile(`the bundle has more than ${width} entries`);
    entries.push(bytes.subarray(at, at + length));
    at += length;
  }
  if (entries.length !== width)
    throw new MalformedTile(`the bundle has ${entries.length} entries, not ${width}`);
  return entries;
}
