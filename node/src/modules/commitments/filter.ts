import { z } from 'zod';

/** What the list of commitments can be narrowed by, in the order in which it is offered. */
export const FACETS = ['origin', 'status', 'timing', 'area', 'plan'] as const;
export type Facet = (typeof FACETS)[number];

/** `disputed` stands beside the states of time: an assessment that differs from the claim. */
export const TIMINGS = ['overdue', 'planned', 'done', 'disputed'] as const;

/** What a reader of the list asked for; every part of it is in the address. */
export interface CommitmentFilter {
  q?: string;
  /** `self`, or a partner's host and port. */
  origin?: string;
  /** A step of the claim, or `unreported`. */
  status?: string;
  timing?: string;
  area?: string;
  /** Subject of a plan. */
  plan?: string;
}

const word = z.string().trim().min(1).max(300);

export interface FacetValue {
  value: string;
  count: number;
}
export type FacetCounts = Record<Facet, FacetValue[]> & { total: number };

/** Query parameters of the list; what is empty counts as not asked for. */
export const filterQuery = z.object({
  q: word.optional().catch(undefined),
  ...Object.fromEntries(FACETS.map((facet) => [facet, word.optional().catch(undefined)])),
}) as unknown as z.ZodType<CommitmentFilter>;

/** The same filter as query parameters, in one order, so that equal filters have equal addresses. */
export function filterParameters(filter: CommitmentFilter): Record<string, string> {
  const names = ['q', ...FACETS] as const;
  return Object.fromEntries(
    names.flatMap((name) => (filter[name] === undefined ? [] : [[name, filter[name]]])),
  );
}

export function isFiltered(filter: CommitmentFilter): boolean {
  return Object.keys(filterParameters(filter)).length > 0;
}
