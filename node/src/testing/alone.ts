import type { Peering } from '../kernel/peering.ts';
import { makeTrustStore } from '../kernel/trust/table-trust-store.ts';

/** A node without peers: for tests of the log itself. */
export const alone: Peering = {
  kinds: [],
  trust: (database) => makeTrustStore(database.db),
  askWitnesses: async () => {},
  askWitnessSize: async () => 'unreachable',
  recoverFromPartner: async () => {},
  routes: () => [],
  start: async () => ({ stop: async () => {} }),
};
