import type { Kernel } from '../../../kernel/kernel.ts';
import { offersLogin, trustNodes } from '../../../kernel/login/index.ts';
import type { NodeFace } from '../../../kernel/web/index.ts';

/** Longest that the page waits to hear of a home node that is not known yet. */
const PATIENCE_MS = 1_500;

/**
 * Partners whose people can log in here now: trusted by a chain, and a provider by what it says. One that does not answer
 * in time is left out this time; its chain is known by the next.
 */
export async function loadHomes(kernel: Kernel): Promise<NodeFace[]> {
  const partners = await kernel.trust.partners();
  const active = partners.filter(({ state }) => state === 'active');
  const patience = new Promise<null>((resolve) => setTimeout(resolve, PATIENCE_MS, null).unref());
  const asked = await trustNodes(
    kernel,
    active.map(({ node }) => node),
  );
  const offered = await Promise.all(
    asked.map(async ({ entity, trust }) => {
      const known = trust.catch((error) => {
        kernel.log.warn({ err: error, node: entity }, 'a home node could not be judged');
        return null;
      });
      const chain = (await Promise.race([known, patience]))?.chain;
      return chain != null && offersLogin(entity, chain.metadata.openid_provider) ? entity : null;
    }),
  );
  return active.filter(({ node }) => offered.includes(node));
}
