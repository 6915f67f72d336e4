import {
  EMPTY_ROOT,
  type Hash,
  type ProofPlan,
  planConsistency,
  planInclusion,
  planRoot,
  proofFromTiles,
  tilesOfPlan,
  verifyConsistency,
} from '@koinon/transparency-log';
import { BadContent } from './fault.ts';
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

/**
 * Root of the first `at` entries of a signed tree, from its tiles. Whoever serves them may be nobody's log and may answer
 * each question differently, so the root is shown to be a beginning of the signed one before it counts.
 * @throws BadContent where the tiles do not show that
 */
export async function fetchProvenRoot(
  remote: Pick<RemoteLog, 'tile'>,
  at: number,
  { size, root }: { size: number; root: Hash },
): Promise<Hash> {
  if (at === 0) return EMPTY_ROOT;
  if (at === size) return root;
  const [[oldRoot], proof] = await Promise.all([
    fetchPlan(remote, [planRoot(at)], size),
    fetchConsistency(remote, at, size),
  ]);
  if (oldRoot === undefined || !verifyConsistency({ oldSize: at, oldRoot, size, root, proof })) {
    throw new BadContent('bad-tiles', `the tiles do not show the first ${at} of ${size} entries`, { size });
  }
  return oldRoot;
}

export async function fetchInclusion(
  remote: Pick<RemoteLog, 'tile'>,
  index: number,
  size: number,
): Promise<Hash[]> {
  return await fetchPlan(remote, planInclusion(index, size), size);
}
