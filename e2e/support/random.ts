/** Numbers in [0, 1) that follow from the seed (mulberry32), so that a failing run can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The seed of this run: `KOINON_SEED`, or a new one. */
export function runSeed(): number {
  return Number(process.env.KOINON_SEED ?? Math.floor(Math.random() * 2 ** 31));
}
