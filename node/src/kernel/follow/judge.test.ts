import { type TileId, utf8 } from '@koinon/transparency-log';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kernel } from '../kernel.ts';
import { judge, type Version } from './judge.ts';
import { logSignerOf, PaperLog } from './testing/paper-log.ts';

const origin = 'paper.example/log';
const signer = logSignerOf(origin, 'paper');

function paper(size: number, word = 'entry', from: readonly Uint8Array[] = []): PaperLog {
  const more = Array.from({ length: size - from.length }, (_, i) => utf8(`${word} ${from.length + i}`));
  return new PaperLog(origin, signer, [...from, ...more]);
}

/** What we hold: the first `size` entries of a log. */
function held(log: PaperLog, size: number) {
  const tiles = { root: async (_log: number, at: number) => log.root(at) };
  return { kernel: { tiles } as unknown as Kernel, held: { log: 1, size, note: log.note(size) } };
}

function version(log: PaperLog, tile = (id: TileId) => log.tile(id)): Version {
  const checkpoint = { origin, size: log.size, root: log.root(), extensions: [] };
  return {
    checkpoint,
    note: log.note(),
    tiles: { tile: async (id) => tile(id) ?? new Uint8Array(id.width * 32) },
    peer: 'https://peer.example',
  };
}

describe('the judgement of two versions of a log', () => {
  it('takes no tiles for another history that are not shown to be of the signed tree', async () => {
    const log = paper(1000);
    const { kernel, held: ours } = held(log, 300);
    // Tile 0/1 is no part of the way to the signed root, but of the way to the root of what we hold.
    const lie = (id: TileId) =>
      id.level === 0 && id.index === 1 ? new Uint8Array(id.width * 32) : log.tile(id);
    expect(await judge(kernel, ours, version(log, lie))).toBeNull();
  });

  it('takes no tiles for another history that change between two questions', async () => {
    const log = paper(1000);
    const { kernel, held: ours } = held(log, 900);
    for (let honest = 0; honest < 8; honest++) {
      let asked = 0;
      const lie = (id: TileId) =>
        asked++ < honest ? log.tile(id) : new Uint8Array(id.width * 32).fill(asked);
      expect(await judge(kernel, ours, version(log, lie))).toBeNull();
    }
  });

  it('finds what both share, whichever is larger', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(40),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        async (common, a, b) => {
          const mine = paper(common + a, 'mine', paper(common).entries);
          const other = paper(common + b, 'other', paper(common).entries);
          const { kernel, held: ours } = held(mine, mine.size);
          const proof = await judge(kernel, ours, version(other));
          expect(proof?.detail).toMatchObject({
            commonSize: common,
            ourSize: mine.size,
            theirSize: other.size,
          });
        },
      ),
      { numRuns: 6 },
    );
  });

  it('does not take more for shared than is proven, where a log hides how early it parted', async () => {
    const mine = paper(600, 'mine', paper(100).entries);
    const other = paper(600, 'other', paper(100).entries);
    const { kernel, held: ours } = held(mine, mine.size);
    // After the way to the signed root it serves the tiles that we hold.
    let asked = 0;
    const lie = (id: TileId) => (asked++ < 3 ? other : mine).tile(id);
    const proof = await judge(kernel, ours, version(other, lie));
    expect(proof).not.toBeNull();
    expect(proof?.detail.commonSize ?? 0).toBeLessThanOrEqual(100);
  });
});
