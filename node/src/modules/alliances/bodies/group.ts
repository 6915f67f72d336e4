import { z } from 'zod';
import { langText } from '../../../kernel/i18n/lang-text.ts';
import { link, nodeSnapshot, partialDate, reference, subject } from '../../../kernel/subjects/parts.ts';
import { allianceRef, principleKeys } from './parts.ts';

const fields = {
  title: langText(200),
  /** What it is to do. */
  mandate: langText(4000),
  principles: principleKeys.optional(),
  start: partialDate.optional(),
  end: partialDate.optional(),
  links: z.array(link).max(20).optional(),
};

/** Body of `alliances/group@1`: a thematic group. A lead that is named leads once it has joined. */
export const groupBody = z.looseObject({
  alliance: allianceRef,
  ...fields,
  leads: z.array(nodeSnapshot).max(20),
});
export type Group = z.infer<typeof groupBody>;

/** Leads by their origins; what they are called is looked up. */
export const groupInput = z.object({ ...fields, leads: z.array(subject).min(1).max(20) });
export type GroupInput = z.infer<typeof groupInput>;

/** Body of `alliances/group-membership@1`: a member takes part in a group. */
export const groupMembershipBody = z.looseObject({
  alliance: allianceRef,
  group: reference,
  /** What it brings, in words. */
  part: langText(1000).optional(),
});
export type GroupMembership = z.infer<typeof groupMembershipBody>;

export const groupMembershipInput = z.object({ part: langText(1000).optional() });
export type GroupMembershipInput = z.infer<typeof groupMembershipInput>;
