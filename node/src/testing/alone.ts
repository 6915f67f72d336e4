import type { Federation } from '../kernel/federation.ts';
import { makeTrustStore } from '../kernel/trust/table-trust-store.ts';

/** A federation of one: for tests of the log itself. */
export const alone: Federation = {
  kinds: [],
  trust: (database) => makeTrustStore(database.db),
  askWitnesses: async () => {},
  askWitnessSize: async () => 'unreachable',
  recoverFromPartner: async () => {},
  routes: () => [],
  start: async () => ({ stop: async () => {} }),
};
