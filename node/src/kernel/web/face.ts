import type { NodeIdentity } from '../node-identity.ts';
import type { NodeFace, PageContext } from './page.ts';

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

/**
 * The face of a node by its origin URL: ours, a partner's, the one that is `named`, or of a node that we know by a record
 * only. Such a node gets a mark of its own, never that of another.
 */
export function faceOf(page: PageContext, node: string, named?: NodeFace): NodeFace {
  const known = [page.self, ...page.thread.partners].find((face) => face.node === node) ?? named;
  if (known !== undefined) return known;
  const host = URL.parse(node)?.host ?? node;
  return { node, host, name: host, profile: { name: host }, markId: markId(host) };
}
