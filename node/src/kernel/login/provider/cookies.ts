import type { NodeIdentity } from '../../node-identity.ts';

/**
 * Cookies of oidc-provider. Two of them are for one path only, so the prefix is `__Secure-`, not `__Host-`; the node's short
 * id, because cookies are shared by all ports of a host.
 */
export function providerCookie(
  { origin, shortId }: Pick<NodeIdentity, 'origin' | 'shortId'>,
  name: 'session' | 'interaction' | 'resume',
): string {
  return `${origin.startsWith('https:') ? '__Secure-' : ''}koinon_op_${name}_${shortId}`;
}
