import { z } from 'zod';

/** What lists of this module can be narrowed by, in the order in which it is offered. */
export const FACETS = ['origin', 'topic', 'language'] as const;
export type Facet = (typeof FACETS)[number];

/** What a reader of a list asked for; every part of it is in the address. */
export interface ProjectFilter {
  q?: string;
  /** `self`, or a partner's host and port. */
  origin?: string;
  topic?: string;
  language?: string;
}

const word = z.string().trim().min(1).max(300);

/** Query parameters of a list; what is empty counts as not asked for. */
export const filterQuery = z.object({
  q: word.optional().catch(undefined),
  origin: word.optional().catch(undefined),
  topic: word.optional().catch(undefined),
  language: word.optional().catch(undefined),
}) as unknown as z.ZodType<ProjectFilter>;

/** The same filter as query parameters, in one order, so that equal filters have equal addresses. */
export function filterParameters(filter: ProjectFilter): Record<string, string> {
  const names = ['q', ...FACETS] as const;
  return Object.fromEntries(
    names.flatMap((name) => (filter[name] === undefined ? [] : [[name, filter[name]]])),
  );
}

export type FacetCounts = Record<Facet, { value: string; count: number }[]> & { total: number };
