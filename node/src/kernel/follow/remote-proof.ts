import {
  EMPTY_ROOT,
  type Hash,
  type ProofPlan,
  planConsistency,
  planInclusion,
  planRoot,
  proofFromTiles,
  tilesOfPlan,
} from '@koinon/transparency-log';
import type { RemoteLog } from './remote-log.ts';

/** Carries out a proof plan on tiles that a log serves. What comes out is only as good as what it is checked against. */
async function fetchPlan(remote: Pick<RemoteLog, 'tile'>, plan: ProofPlan, size: number): Promise<Hash[]> {
  const tiles = tilesOfPlan(plan, size);
  const read = await Promise.all(
    tiles.map(async (id) => [`${id.level}/${id.index}`, await remote.tile(id)] as const),
  );
  const byId = new Map(read);
  return proofFromTiles(plan, size, ({ level, index }) => byId.get(`${level}/${index}`) ?? new Uint8Array(0));
}

export async function fetchConsistency(
  remote: Pick<RemoteLog, 'tile'>,
  oldSize: number,
  size: number,
): Promise<Hash[]> {
  return await fetchPlan(remote, planConsistency(oldSize, size), size);
}

/** Root of the first `at` entries, from the tiles of a tree of `size`. */
export async function fetchRoot(remote: Pick<RemoteLog, 'tile'>, at: number, size: number): Promise<Hash> {
  if (at === 0) return EMPTY_ROOT;
  const [root] = await fetchPlan(remote, [planRoot(at)], size);
  return root as Hash;
}

export async function fetchInclusion(
  remote: Pick<RemoteLog, 'tile'>,
  index: number,
  size: number,
): Promise<Hash[]> {
  return await fetchPlan(remote, planInclusion(index, size), size);
}
