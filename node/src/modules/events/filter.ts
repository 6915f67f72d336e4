import { z } from 'zod';

/** What the list of events can be narrowed by, in the order in which it is offered. */
export const FACETS = ['origin', 'type', 'topic', 'mode', 'month'] as const;
export type Facet = (typeof FACETS)[number];

export const WHEN = ['upcoming', 'past', 'all'] as const;
export type When = (typeof WHEN)[number];

/** What a reader of the list asked for; every part of it is in the address. */
export interface EventFilter {
  q?: string;
  /** What is still to come, what is over; a month has both. */
  when?: When;
  /** `self`, or a partner's host and port. */
  origin?: string;
  type?: string;
  topic?: string;
  mode?: string;
  /** `2027-03`, by the clocks of the event. */
  month?: string;
}

export interface FacetValue {
  value: string;
  count: number;
}
export type FacetCounts = Record<Facet, FacetValue[]> & { total: number };

const word = z.string().trim().min(1).max(300).optional().catch(undefined);

/** Query parameters of the list; what is empty or senseless counts as not asked for. */
export const filterQuery = z.object({
  q: word,
  when: z.enum(WHEN).optional().catch(undefined),
  origin: word,
  type: word,
  topic: word,
  mode: word,
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
}) as unknown as z.ZodType<EventFilter>;

export function whenOf({ when, month }: EventFilter): When {
  return when ?? (month === undefined ? 'upcoming' : 'all');
}

/** The same filter as query parameters, in one order, so that equal filters have equal addresses. */
export function filterParameters(filter: EventFilter): Record<string, string> {
  const names = ['q', 'when', ...FACETS] as const;
  return Object.fromEntries(
    names.flatMap((name) => (filter[name] === undefined ? [] : [[name, filter[name]]])),
  );
}

/** Whether anything but the time narrows the list. */
export function isFiltered({ when: _when, ...filter }: EventFilter): boolean {
  return Object.keys(filterParameters(filter)).length > 0;
}
