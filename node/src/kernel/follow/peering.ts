import { entityRoutes } from '../federation/index.ts';
import type { Peering } from '../peering.ts';
import { makeTrustStore, registerTrustControl, trustKinds } from '../trust/index.ts';
import { askWitnesses, askWitnessSize, witnessRoutes } from '../witness/index.ts';
import { recoverFromPartner } from './recover.ts';
import { startFollowing } from './start.ts';

/** A node among others: trust as the operator pinned it, the witness protocol, following by pull. */
export const peering: Peering = {
  kinds: trustKinds,
  trust: (database) => makeTrustStore(database.db),
  routes: (kernel) => [witnessRoutes(kernel), entityRoutes(kernel)],
  askWitnesses,
  askWitnessSize,
  recoverFromPartner,
  async start(kernel) {
    registerTrustControl(kernel);
    return await startFollowing(kernel);
  },
};
