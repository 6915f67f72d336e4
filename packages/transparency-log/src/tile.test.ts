import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidArgument, MalformedTile } from './error.ts';
import {
  bundlesForSize,
  decodeBundle,
  encodeBundle,
  entriesPath,
  MAX_BUNDLE,
  MAX_ENTRY,
  parseTilePath,
  tilePath,
  tilesForSize,
  tileWidth,
} from './tile.ts';

describe('paths of tiles', () => {
  it.each([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 1, index: 5, width: 17 }, 'tile/1/005.p/17'],
    [{ level: 0, index: 999, width: 256 }, 'tile/0/999'],
    [{ level: 0, index: 1000, width: 256 }, 'tile/0/x001/000'],
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 63, index: 12, width: 1 }, 'tile/63/012.p/1'],
  ])('%j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual({ kind: 'tile', ...tile });
  });

  it('of entries have no level', () => {
    expect(entriesPath({ index: 1000, width: 3 })).toBe('tile/entries/x001/000.p/3');
    expect(parseTilePath('tile/entries/x001/000.p/3')).toEqual({ kind: 'entries', index: 1000, width: 3 });
  });

  it('read back to what they were written from', () => {
    const ids = fc.record({
      level: fc.integer({ min: 0, max: 63 }),
      index: fc.maxSafeNat(),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(ids, ({ level, index, width }) => {
        expect(parseTilePath(tilePath({ level, index, width }))).toEqual({
          kind: 'tile',
          level,
          index,
          width,
        });
        expect(parseTilePath(entriesPath({ index, width }))).toEqual({ kind: 'entries', index, width });
      }),
    );
  });

  it.each([
    '',
    '/tile/0/000',
    'tile/0/000/',
    'tile/0/0',
    'tile/0/0000',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/001/000',
    'tile/0/x000/001',
    'tile/0/x1/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/0/000.p/1\n',
    'tile/data/000',
    'tile/0/x010/x000/x000/x000/x000/000',
  ])('%j is none', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });

  it('have one spelling: what is read is written the same', () => {
    const parts = fc.array(
      fc.constantFrom('tile', '/', '0', '1', '9', 'x', '000', '067', '.p/', 'entries', '256'),
    );
    fc.assert(
      fc.property(parts, (pieces) => {
        const path = pieces.join('');
        const parsed = parseTilePath(path);
        if (parsed) expect(parsed.kind === 'tile' ? tilePath(parsed) : entriesPath(parsed)).toBe(path);
      }),
      { numRuns: 1000 },
    );
  });

  it('are refused for what is no tile', () => {
    expect(() => tilePath({ level: 64, index: 0, width: 1 })).toThrow(InvalidArgument);
    expect(() => tilePath({ level: 0, index: -1, width: 1 })).toThrow(InvalidArgument);
    expect(() => tilePath({ level: 0, index: 0, width: 0 })).toThrow(InvalidArgument);
    expect(() => entriesPath({ index: 0, width: 257 })).toThrow(InvalidArgument);
  });
});

describe('the tiles of a tree', () => {
  it('have no empty one at multiples of 256', () => {
    expect(tilesForSize(0)).toEqual([]);
    expect(tilesForSize(256).map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
    expect(bundlesForSize(256).map(entriesPath)).toEqual(['tile/entries/000']);
    expect(tileWidth(0, 1, 256)).toBe(0);
  });

  it('are those of tlog-tiles for 70,000 entries', () => {
    const tiles = tilesForSize(70_000);
    expect(tiles.filter(({ level, width }) => level === 0 && width === 256)).toHaveLength(273);
    expect(tiles.filter(({ width }) => width < 256).map(tilePath)).toEqual([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ]);
  });

  it('have the widths that tileWidth says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200_000 }), (size) => {
        const tiles = tilesForSize(size);
        for (const { level, index, width } of tiles.slice(-5))
          expect(tileWidth(level, index, size)).toBe(width);
        const leaves = tiles.filter(({ level }) => level === 0).reduce((sum, { width }) => sum + width, 0);
        expect(leaves).toBe(size);
        expect(bundlesForSize(size).reduce((sum, { width }) => sum + width, 0)).toBe(size);
      }),
      { numRuns: 30 },
    );
  });
});

describe('entry bundles', () => {
  const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 256 });

  it('read back to their entries', () => {
    fc.assert(
      fc.property(entries, (list) => {
        expect(decodeBundle(encodeBundle(list), list.length).map((entry) => [...entry])).toEqual(
          list.map((entry) => [...entry]),
        );
      }),
    );
  });

  it('hold the largest entries at the largest size', () => {
    const largest = encodeBundle(Array.from({ length: 256 }, () => new Uint8Array(MAX_ENTRY)));
    expect(largest.length).toBe(MAX_BUNDLE);
    expect(decodeBundle(largest, 256)).toHaveLength(256);
  });

  it('refuse more entries, fewer entries, and cut ones', () => {
    const bytes = encodeBundle([new Uint8Array([1, 2, 3]), new Uint8Array([4])]);
    for (const [changed, width] of [
      [bytes, 1],
      [bytes, 3],
      [bytes.subarray(0, -1), 2],
      [bytes.subarray(0, 6), 2],
      [new Uint8Array([...bytes, 0]), 2],
    ] as const) {
      expect(() => decodeBundle(changed, width)).toThrow(MalformedTile);
    }
  });

  it('throw nothing else for arbitrary bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.integer({ min: 0, max: 5 }), (bytes, width) => {
        try {
          expect(encodeBundle(decodeBundle(bytes, width))).toEqual(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedTile);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are not made of what does not fit', () => {
    expect(() => encodeBundle([new Uint8Array(MAX_ENTRY + 1)])).toThrow(InvalidArgument);
    expect(() => encodeBundle(Array.from({ length: 257 }, () => new Uint8Array(0)))).toThrow(InvalidArgument);
  });
});
