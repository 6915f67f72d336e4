import type { Federation } from '../kernel/federation.ts';
import type { TrustStore } from '../kernel/trust/trust-store.ts';

const nobody: TrustStore = {
  partners: async () => [],
  partner: async () => null,
  logKeys: async () => [],
  isFrozen: async () => false,
  recordKeys: async () => [],
  witnesses: async () => [],
  freeze: async () => {},
  resume: async () => {},
};

/** A federation of one: for tests of the log itself. */
export const alone: Federation = {
  kinds: [],
  trust: () => nobody,
  askWitnesses: async () => {},
  askWitnessSize: async () => 'unreachable',
  recoverFromPartner: async () => {},
  routes: () => [],
  start: async () => ({ stop: async () => {} }),
};
