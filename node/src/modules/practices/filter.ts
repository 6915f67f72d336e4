import { z } from 'zod';
import { FACETS, type Facet } from './vocabulary.ts';

/** What a reader of the list asked for; every part of it is in the address. */
export interface PracticeFilter {
  q?: string;
  /** `self`, or a partner's host and port. */
  origin?: string;
  topic?: string;
  level?: string;
  stage?: string;
  language?: string;
}

const word = z.string().trim().min(1).max(200);

/** Query parameters of the list; what is empty counts as not asked for. */
export const filterQuery = z.object({
  q: word.optional().catch(undefined),
  ...Object.fromEntries(FACETS.map((facet) => [facet, word.optional().catch(undefined)])),
}) as unknown as z.ZodType<PracticeFilter>;

export function readFilter(query: Readonly<Record<string, string | undefined>>): PracticeFilter {
  return filterQuery.parse(query);
}

/** The same filter as query parameters, in one order, so that equal filters have equal addresses. */
export function filterParameters(filter: PracticeFilter): Record<string, string> {
  const names = ['q', ...FACETS] as const;
  return Object.fromEntries(
    names.flatMap((name) => (filter[name] === undefined ? [] : [[name, filter[name]]])),
  );
}

export function isFiltered(filter: PracticeFilter): boolean {
  return Object.keys(filterParameters(filter)).length > 0;
}

export interface FacetValue {
  value: string;
  count: number;
}
export type FacetCounts = Record<Facet, FacetValue[]> & { total: number };
