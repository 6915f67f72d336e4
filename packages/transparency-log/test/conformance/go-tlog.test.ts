import { describe, expect, it } from 'vitest';
import { fromBase64, leafHash, toBase64, utf8, verifyConsistency, verifyInclusion } from '../../src/index.ts';
import { MemoryLog } from '../support/memory-log.ts';
import { readVectors, sharedVectors } from '../support/shared-data.ts';

const folder = sharedVectors();

interface GoTlog {
  Roots: Record<string, string>;
  Inclusion: { Size: number; Index: number; Proof: string[] }[];
  Consistency: { Old: number; Size: number; Proof: string[] }[];
}
const entry = (n: number): Uint8Array => utf8(`{"n":${n},"type":"koinon/test"}`);

describe.runIf(folder)("Go's sumdb/tlog", () => {
  const vectors = folder === null ? null : readVectors<GoTlog>(folder, 'go-tlog.json');
  const { Roots, Inclusion, Consistency } = vectors ?? { Roots: {}, Inclusion: [], Consistency: [] };
  const log = new MemoryLog();
  for (let n = 0; vectors && n < 70_000; n++) log.append(entry(n));

  it('has the same 32 roots', () => {
    expect(Object.keys(Roots)).toHaveLength(32);
    for (const [size, root] of Object.entries(Roots)) expect(toBase64(log.root(Number(size)))).toBe(root);
  });

  it('makes the same 216 inclusion proofs, byte for byte, and they verify', () => {
    expect(Inclusion).toHaveLength(216);
    for (const { Size: size, Index: index, Proof } of Inclusion) {
      expect(log.inclusion(index, size).map(toBase64)).toEqual(Proof);
      const root = log.root(size);
      const proof = Proof.map(fromBase64);
      expect(verifyInclusion({ leaf: leafHash(entry(index)), index, size, root, proof })).toBe(true);
    }
  });

  it('makes the same 196 consistency proofs, byte for byte, and they verify', () => {
    expect(Consistency).toHaveLength(196);
    for (const { Old: oldSize, Size: size, Proof } of Consistency) {
      expect(log.consistency(oldSize, size).map(toBase64)).toEqual(Proof);
      const [oldRoot, root] = [log.root(oldSize), log.root(size)];
      expect(verifyConsistency({ oldSize, oldRoot, size, root, proof: Proof.map(fromBase64) })).toBe(true);
    }
  });
});
