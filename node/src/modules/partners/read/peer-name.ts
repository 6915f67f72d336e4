import type { Partner } from '../../../kernel/trust/trust-store.ts';

/** The name of a peer that evidence calls by its node, host, log or witness. */
export function peerName(peer: string, partners: readonly Partner[]): string {
  const found = partners.find(
    (one) => one.node === peer || one.host === peer || one.witnessName === peer || one.logOrigin === peer,
  );
  return found?.name ?? peer;
}
