import { allianceKinds, allianceRoutes, registerAllianceControl } from '../alliances/index.ts';
import { entityRoutes } from '../federation/index.ts';
import type { Kernel } from '../kernel.ts';
import type { Peering } from '../peering.ts';
import { makeTrustStore, registerTrustControl, trustKinds } from '../trust/index.ts';
import { askWitnesses, askWitnessSize, startRecall, witnessRoutes } from '../witness/index.ts';
import { recoverFromPartner } from './recover.ts';
import { FOLLOW_SETTINGS, type FollowSettings, startFollowing } from './start.ts';

/** A node among others: trust as the operator pinned it, the witness protocol, following by pull. */
export const peering: Peering = {
  kinds: [...trustKinds, ...allianceKinds],
  trust: (database) => makeTrustStore(database.db),
  routes: (kernel) => [witnessRoutes(kernel), entityRoutes(kernel), allianceRoutes(kernel)],
  askWitnesses,
  askWitnessSize,
  recoverFromPartner,
  start: (kernel) => startPeering(kernel),
};

export async function startPeering(
  kernel: Kernel,
  settings: FollowSettings = FOLLOW_SETTINGS,
): Promise<{ stop(): Promise<void> }> {
  registerTrustControl(kernel);
  registerAllianceControl(kernel);
  const following = await startFollowing(kernel, settings);
  const recall = startRecall(kernel);
  return {
    async stop() {
      await recall.stop();
      await following.stop();
    },
  };
}
