import type { NodeKey } from '../story.ts';
import type { et } from '../text.ts';
import type { DemoTime } from '../time.ts';

/** What an act of the demo can name: acts before it, and the nodes. */
export interface Known {
  time: DemoTime;
  /** Subject of an earlier act. */
  sub(key: string): string;
  /** Origin of a node. */
  node(key: NodeKey): string;
}

/** One act in a joint project, over the API of one node. */
export interface Deed {
  key: string;
  node: NodeKey;
  chapter: number;
  path: string;
  /** Keys of the acts that it speaks of: they must have come to its node first. */
  of: readonly string[];
  body(known: Known): unknown;
}

/** The zone in which each counts its days. */
export const zone = { kaldavere: 'Europe/Tallinn', montaluz: 'Europe/Madrid', haesol: 'Asia/Seoul' } as const;

/** An entry of the ledger; of the translation memory, where nothing else is said. */
export function entry(
  key: string,
  node: NodeKey,
  chapter: number,
  of: readonly string[],
  said: object | ((known: Known) => object),
  project = 'translation memory',
): Deed {
  return {
    key,
    node,
    chapter,
    path: '/project-entries',
    of: [project, ...of],
    body: (known) => ({
      project: known.sub(project),
      entry: typeof said === 'function' ? said(known) : said,
    }),
  };
}

export function joins(project: string, node: NodeKey, part: ReturnType<typeof et>): Deed {
  return {
    key: `join ${project} ${node}`,
    node,
    chapter: 3,
    path: '/project-memberships',
    of: [project],
    body: ({ sub }) => ({ project: sub(project), membership: { part } }),
  };
}
