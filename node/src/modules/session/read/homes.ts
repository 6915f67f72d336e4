import type { Kernel } from '../../../kernel/kernel.ts';
import { offersLogin, trustNode } from '../../../kernel/login/index.ts';
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
  const offered = await Promise.all(
    active.map(async ({ node }) => {
      const asked = trustNode(kernel, node).catch((error) => {
        kernel.log.warn({ err: error, node }, 'a home node could not be judged');
        return null;
      });
      const trust = await Promise.race([asked, patience]);
      return trust?.chain != null && offersLogin(node, trust.chain.metadata.openid_provider);
    }),
  );
  return active.filter((_, i) => offered[i]);
}
