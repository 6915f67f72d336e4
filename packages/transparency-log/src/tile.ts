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

export const TILE_WIDTH = 256;
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

export function tilePath(tile: TileId): string {
  if (!Number.isInteger(tile.level) || tile.level < 0 || tile.level > 63) {
    throw new InvalidArgument('level is 0 to 63');
  }
  return path(`tile/${tile.level}`, tile.index, tile.width);
}

export function entriesPath(bundle: BundleId): string {
  return path('tile/entries', bundle.index, bundle.width);
}

const PATH = /^tile\/(0|[1-9]\d?|entries)\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

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

/** How many hashes the tile has in a tree of `size`: 0 where there is no such tile, 256 where it is full. */
export function tileWidth(level: number, index: number, size: number): number {
  assertSize(index, 'index');
  assertSize(size, 'size');
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/** Every tile of a tree of `size`, full ones and the partial one of each level. */
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

export function bundlesForSize(size: number): BundleId[] {
  assertSize(size, 'size');
  const bundles: BundleId[] = [];
  for (let index = 0; index * TILE_WIDTH < size; index++) {
    bundles.push({ index, width: Math.min(TILE_WIDTH, size - index * TILE_WIDTH) });
  }
  return bundles;
}

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

export function decodeBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 2 > bytes.length) throw new MalformedTile('the bundle ends inside a length');
    const length = (bytes[at]! << 8) | bytes[at + 1]!;
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
