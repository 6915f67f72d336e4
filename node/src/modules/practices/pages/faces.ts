import { markId } from '../../../kernel/web/face.ts';
import type { NodeFace, PageContext } from '../../../kernel/web/page.ts';

/** The face of a node by its origin URL: ours, a partner's, or of one that we know by a record only. */
export function faceOf(page: PageContext, node: string, name?: string): NodeFace {
  const known = [page.self, ...page.thread.partners].find((face) => face.node === node);
  if (known !== undefined) return known;
  const host = URL.parse(node)?.host ?? node;
  return { node, host, name: name ?? host, profile: { name: name ?? host }, markId: markId(host) };
}
