import { CompactRange, concat, equal, leafHash, utf8 } from '@koinon/transparency-log';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadContent } from './fault.ts';
import type { RemoteLog } from './remote-log.ts';
import { logSignerOf, PaperLog } from './testing/paper-log.ts';
import { walkLog } from './walk.ts';
import type { Walk, Window } from './window.ts';

const origin = 'paper.example/log';

/** A log of entries that are no records: they are kept and flagged, which is all the same to a walk. */
function paper(size: number): PaperLog {
  const entries = Array.from({ length: size }, (_, i) => utf8(`entry ${i}`));
  return new PaperLog(origin, logSignerOf(origin, 'paper'), entries);
}

function remote(log: PaperLog, changes: Partial<RemoteLog> = {}): RemoteLog {
  const missing = () => new BadContent('bad-tiles', 'missing');
  return {
    checkpoint: async () => null,
    async tile(id) {
      const bytes = log.tile(id);
      if (bytes === null) throw missing();
      return bytes;
    },
    async bundle(id) {
      const bytes = log.bundle(id);
      if (bytes === null) throw missing();
      return { bytes, width: id.width };
    },
    ...changes,
  };
}

/** From the second entry on at the earliest: entry 0 has to be a record of keys. */
function walkOf(log: PaperLog, held: number, size = log.size): Walk {
  const range = new CompactRange();
  for (const entry of log.entries.slice(0, held)) range.append(leafHash(entry));
  const before = new PaperLog(origin, log.signer, log.entries.slice(0, held));
  const edges = [0, 1].map((level) => {
    const hashes = Math.floor(held / 256 ** level);
    return before.tile({ level, index: Math.floor(hashes / 256), width: hashes % 256 }) ?? new Uint8Array(0);
  });
  return {
    origin,
    node: 'https://paper.example',
    prefix: 'https://paper.example/log/',
    held: { size: held, range: range.toBytes(), edges },
    target: { size, root: log.root(size), note: log.note(size) },
    keys: [],
    pinnedKids: [],
    previousIat: null,
    latestKeys: null,
    now: 0,
  };
}

async function all(windows: AsyncGenerator<Window>): Promise<Window[]> {
  const list: Window[] = [];
  for await (const window of windows) list.push(window);
  return list;
}

const small = { bundles: 1, bytes: 1_000_000 };

describe('a walk', () => {
  it('hands out every entry once, in windows that join', async () => {
    const log = paper(1100);
    const windows = await all(walkLog(walkOf(log, 300), remote(log), small));
    expect(windows.map(({ start, size }) => [start, size])).toEqual([
      [300, 512],
      [512, 768],
      [768, 1024],
      [1024, 1100],
    ]);
    const texts = windows.flatMap(({ entries }) => entries.map(({ body }) => body));
    expect(texts).toEqual(log.entries.slice(300).map((entry) => Buffer.from(entry).toString()));
    const last = windows.at(-1);
    expect(CompactRange.fromBytes(last?.size ?? 0, last?.range ?? new Uint8Array(0)).root()).toEqual(
      log.root(),
    );
  });

  it('grows tiles to what the log has, from any size to any other', async () => {
    const log = paper(800);
    const sizes = fc
      .tuple(fc.integer({ min: 1, max: 800 }), fc.integer({ min: 1, max: 800 }))
      .filter(([a, b]) => a < b);
    await fc.assert(
      fc.asyncProperty(sizes, fc.integer({ min: 1, max: 3 }), async ([held, size], bundles) => {
        const windows = await all(walkLog(walkOf(log, held, size), remote(log), { ...small, bundles }));
        const before = new PaperLog(origin, log.signer, log.entries.slice(0, held));
        const grown = new Map<string, Uint8Array>();
        for (const { tiles } of windows) {
          for (const { level, index, hashes } of tiles) {
            const key = `${level}/${index}`;
            const held = Math.floor(before.size / 256 ** level) - index * 256;
            const start =
              grown.get(key) ?? (held > 0 ? before.tile({ level, index, width: held }) : new Uint8Array(0));
            grown.set(key, concat(start ?? new Uint8Array(0), ...hashes));
          }
        }
        for (const [key, bytes] of grown) {
          const [level = 0, index = 0] = key.split('/').map(Number);
          expect(
            equal(bytes, log.tile({ level, index, width: bytes.length / 32 }) ?? new Uint8Array(0)),
          ).toBe(true);
        }
        expect(windows.at(-1)?.size).toBe(size);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it('hands out nothing that a changed byte is in, wherever the byte is', async () => {
    const log = paper(700);
    const change = fc.record({
      kind: fc.constantFrom('tile', 'bundle'),
      place: fc.nat(),
      at: fc.nat(),
      bit: fc.integer({ min: 0, max: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(change, fc.integer({ min: 1, max: 600 }), async ({ kind, place, at, bit }, held) => {
        let calls = 0;
        let changed = false;
        const damage = (bytes: Uint8Array): Uint8Array => {
          if (calls++ !== place % 3 || bytes.length === 0) return bytes;
          changed = true;
          const copy = Uint8Array.from(bytes);
          const i = at % copy.length;
          copy[i] = (copy[i] ?? 0) ^ (1 << bit);
          return copy;
        };
        const honest = remote(log);
        const lying = remote(log, {
          tile: async (id) => (kind === 'tile' ? damage(await honest.tile(id)) : honest.tile(id)),
          bundle: async (id) => {
            const { bytes, width } = await honest.bundle(id);
            return { bytes: kind === 'bundle' ? damage(bytes) : bytes, width };
          },
        });
        const windows: Window[] = [];
        let fault: unknown = null;
        try {
          for await (const window of walkLog(walkOf(log, held), lying, small)) windows.push(window);
        } catch (error) {
          fault = error;
        }
        if (changed) expect(fault).toBeInstanceOf(BadContent);
        // Whatever came out before the fault is the log as it is.
        for (const { start, entries } of windows) {
          const texts = entries.map(({ body }) => body);
          expect(texts).toEqual(
            log.entries.slice(start, start + entries.length).map((e) => Buffer.from(e).toString()),
          );
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('says which of the two is wrong: entries, or the tile above them', async () => {
    const log = paper(400);
    const broken = remote(log, {
      tile: async (id) => {
        const bytes = Uint8Array.from(log.tile(id) ?? []);
        bytes[0] = (bytes[0] ?? 0) ^ 1;
        return bytes;
      },
    });
    await expect(all(walkLog(walkOf(log, 256), broken))).rejects.toMatchObject({ code: 'bad-tiles' });
    const other = paper(400);
    other.entries[390] = utf8('something else');
    await expect(all(walkLog(walkOf(log, 256), remote(other)))).rejects.toMatchObject({ code: 'bad-root' });
    const swapped = remote(log, { bundle: remote(other).bundle });
    await expect(all(walkLog(walkOf(log, 256), swapped))).rejects.toMatchObject({ code: 'bad-root' });
  });

  it('takes a full bundle in place of a partial one that has vanished', async () => {
    const log = paper(512);
    const full = remote(log, {
      bundle: async ({ index }) => ({
        bytes: log.bundle({ index, width: 256 }) ?? new Uint8Array(0),
        width: 256,
      }),
    });
    const windows = await all(walkLog(walkOf(log, 100, 300), full));
    expect(windows.map(({ size }) => size)).toEqual([300]);
  });

  it('refuses a log whose first entry is not signed by a pinned key', async () => {
    const log = paper(3);
    await expect(all(walkLog(walkOf(log, 0), remote(log)))).rejects.toMatchObject({ code: 'bad-signature' });
  });
});
