import { z } from 'zod';
import { langText } from '../../kernel/i18n/lang-text.ts';
import { partialDate } from './practice.ts';
import { STATUSES } from './vocabulary.ts';

const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);
const subject = z.url({ protocol: /^https?$/ }).max(300);

/** A node as it was called when the record was made: the reference outlives our copy of what it points to. */
const nodeSnapshot = z.looseObject({
  node: z.url({ protocol: /^https?$/ }).max(300),
  name: z.string().min(1).max(200),
});

export const ADOPTION_LIMITS = { gist: 60, text: 4000, scope: 200, note: 300 } as const;

/** Body of `practices/adoption@1`: we do this too, here is how, and here is what came of it. */
export const adoptionBody = z.looseObject({
  /** What is adopted: subject at its origin, the record that we read, and what it was called then. May dangle. */
  practice: z.looseObject({ sub: subject, jti: z.uuid(), title: langText(200), origin: nodeSnapshot }),
  /**
   * Whose way of doing it this builds on, where that is not the origin's. An origin that names another's adoption here
   * says what came back to it.
   */
  from: z.looseObject({ sub: subject, jti: z.uuid(), origin: nodeSnapshot }).optional(),
  status: code,
  since: partialDate,
  /** A few words for the drawing of the chain: "added foster families". */
  gist: langText(ADOPTION_LIMITS.gist),
  adapted: langText(ADOPTION_LIMITS.text),
  outcome: langText(ADOPTION_LIMITS.text).optional(),
  /** Where and for how many. */
  scope: langText(ADOPTION_LIMITS.scope).optional(),
  note: langText(ADOPTION_LIMITS.note).optional(),
});
export type Adoption = z.infer<typeof adoptionBody>;

/** What staff say; the references are looked up, not typed. */
export const adoptionInput = adoptionBody
  .omit({ practice: true, from: true })
  .extend({ status: z.enum(STATUSES) });
export type AdoptionInput = z.infer<typeof adoptionInput>;
