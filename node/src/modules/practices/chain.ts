/** The chain of adoptions of one practice, as a drawing needs it: who, in order of time, and who took it from whom. */

/** The part of an adoption that decides its place. */
export interface Link {
  sub: string;
  /** Origin URL of the node that adopted. */
  node: string;
  /** Subject of the adoption it builds on; null where it builds on the practice. */
  source: string | null;
  /** Sorts by time: when it was adopted, then when it was said. */
  order: string;
}

export interface Chain<T extends Link> {
  /** Adopters in order of time; the origin itself is no step, it is `null` at place 0. */
  steps: Array<T | null>;
  edges: Edge<T>[];
}

export interface Edge<T extends Link> {
  from: number;
  to: number;
  /** `on`: taken up. `back`: returned to one who had it before. `unsure`: builds on a step that no log here holds. */
  kind: 'on' | 'back' | 'unsure';
  adoption: T;
}

/**
 * Steps and edges of a practice of `origin`. An adoption by the origin is no step of its own: it is what came back to it
 * from the adoption that it names. `adoptions` may come in any order and may name sources that are not among them.
 */
export function adoptionChain<T extends Link>(origin: string, adoptions: readonly T[]): Chain<T> {
  const ordered = [...adoptions].sort((a, b) => compare(a.order, b.order) || compare(a.sub, b.sub));
  const steps: Array<T | null> = [null, ...ordered.filter((adoption) => adoption.node !== origin)];
  const places = new Map(ordered.map((adoption) => [adoption.sub, Math.max(0, steps.indexOf(adoption))]));
  const edges = ordered.map((adoption): Edge<T> => {
    const to = places.get(adoption.sub) ?? 0;
    const from = adoption.source === null ? 0 : places.get(adoption.source);
    if (from === undefined || from === to) return { from: 0, to, kind: 'unsure', adoption };
    return { from, to, kind: from > to ? 'back' : 'on', adoption };
  });
  return { steps, edges: edges.filter((edge) => edge.from !== edge.to) };
}

/** What is drawn of a long chain: beyond six adopters the origin and the latest four; `hidden` says how many are not. */
export function shortened<T extends Link>(chain: Chain<T>): Chain<T> & { hidden: number } {
  const hidden = chain.steps.length > 7 ? chain.steps.length - 5 : 0;
  if (hidden === 0) return { ...chain, hidden };
  const place = (index: number) => (index === 0 ? 0 : index > hidden ? index - hidden : -1);
  return {
    steps: [null, ...chain.steps.slice(hidden + 1)],
    edges: chain.edges
      .map((edge) => ({ ...edge, from: place(edge.from), to: place(edge.to) }))
      .filter((edge) => edge.from >= 0 && edge.to >= 0 && edge.from !== edge.to),
    hidden,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
