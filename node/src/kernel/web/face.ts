import type { NodeIdentity } from '../node-identity.ts';
import type { NodeFace } from './page.ts';

/** Id of a node's `<symbol>` on a page: the host with everything but letters and digits turned into hyphens. */
export function markId(host: string): string {
  return `m-${host.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

/** This node as pages name it. */
export function selfFace(identity: NodeIdentity): NodeFace {
  return {
    node: identity.origin,
    host: identity.host,
    name: identity.profile.name,
    profile: identity.profile,
    markId: markId(identity.host),
  };
}
