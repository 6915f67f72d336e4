import { z } from 'zod';
import type { LangText } from '../../kernel/i18n/locale.ts';
import { SORTS, type Sort } from './vocabulary.ts';

/** Something that can be followed, by what names it. */
export interface Followed {
  sort: Sort;
  value: string;
}

/** The same, with what it is called and where it is shown here. */
export interface FollowedThing extends Followed {
  title: LangText;
  path: string | null;
}

/** `?subject=…`, `?topic=…` or `?node=…`: what an address or a form names. Exactly one of them. */
export const followedQuery = z
  .object({
    subject: z
      .url({ protocol: /^https?$/ })
      .max(300)
      .optional(),
    topic: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(80)
      .optional(),
    node: z
      .url({ protocol: /^https?$/ })
      .max(300)
      .optional(),
  })
  .transform((query, context): Followed => {
    const named = SORTS.flatMap((sort) => (query[sort] === undefined ? [] : [{ sort, value: query[sort] }]));
    const [one, more] = named;
    if (one !== undefined && more === undefined) return one;
    context.addIssue({ code: 'custom', message: 'name one of subject, topic and node' });
    return z.NEVER;
  });

/** The query that names it. */
export function queryOf({ sort, value }: Followed): string {
  return new URLSearchParams({ [sort]: value }).toString();
}
