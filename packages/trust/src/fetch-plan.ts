import { JWT_KINDS } from './jwt.ts';

/** What a resolution asks its caller to fetch: GET, no redirects, nothing longer than `maxBytes`. */
export interface FetchRequest {
  kind: 'configuration' | 'statement';
  url: string;
  /** Entity that answers. */
  from: string;
  /** Entity that the answer is about. */
  about: string;
  mediaType: string;
  maxBytes: number;
}

/** The token that was fetched, or a code that says why there is none. */
export type FetchAnswer = { jws: string } | { failure: string };

/** What one resolution may cost. */
export interface Budget {
  /** Requests in all. */
  requests: number;
  /** Subordinate statements in a chain. */
  depth: number;
  /** Superiors of one entity that are asked though nobody here knows them; pinned anchors do not count. */
  unknownHints: number;
}

export const DEFAULT_BUDGET: Budget = { requests: 24, depth: 5, unknownHints: 4 };

/** A request for an entity statement. */
export function fetchRequest(
  kind: FetchRequest['kind'],
  url: string,
  from: string,
  about: string,
): FetchRequest {
  const { mediaType, maxBytes } = JWT_KINDS.entityStatement;
  return { kind, url, from, about, mediaType, maxBytes };
}
