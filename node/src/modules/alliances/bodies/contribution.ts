import { z } from 'zod';
import { langText } from '../../../kernel/i18n/lang-text.ts';
import { code, partialDate, reference, subject, webAddress } from '../../../kernel/subjects/parts.ts';
import { CONTRIBUTION_TYPES } from '../vocabulary.ts';
import { allianceRef, principleKeys } from './parts.ts';

const fields = {
  title: langText(300),
  text: langText(4000).optional(),
  date: partialDate,
  /** Of work, where that is what was given. */
  hours: z.number().min(0).max(1_000_000).optional(),
  url: webAddress.optional(),
  principles: principleKeys.optional(),
};

/** Body of `alliances/contribution@1`: what a member gave to the alliance, in its own words. */
export const contributionBody = z.looseObject({
  alliance: allianceRef,
  type: code,
  ...fields,
  /** A subject that it is about: a practice, a project, a meeting. */
  about: reference.optional(),
  group: reference.optional(),
});
export type Contribution = z.infer<typeof contributionBody>;

/** What it is about is named by its address at its origin; title and version are looked up. */
export const contributionInput = z.object({
  type: z.enum(CONTRIBUTION_TYPES),
  ...fields,
  hours: z.coerce.number().min(0).max(1_000_000).optional(),
  about: subject.optional(),
  group: subject.optional(),
});
export type ContributionInput = z.infer<typeof contributionInput>;
