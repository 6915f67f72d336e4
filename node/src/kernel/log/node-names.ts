import type { Kernel } from '../kernel.ts';

/** Names of this node and its partners, by origin URL. */
export async function nodeNames({
  identity,
  trust,
}: Pick<Kernel, 'identity' | 'trust'>): Promise<Map<string, string>> {
  const partners = await trust.partners();
  return new Map([
    [identity.origin, identity.profile.name],
    ...partners.map(({ node, name }) => [node, name] as const),
  ]);
}
