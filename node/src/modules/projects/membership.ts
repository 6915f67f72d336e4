import { z } from 'zod';
import { note, projectReference, text } from './parts.ts';

/** Body of `projects/membership@1`: a node says that it joins a project, and agrees to the charter that it names. */
export const membershipBody = z.looseObject({
  project: projectReference,
  /** Its part in words. */
  part: text.optional(),
  note: note.optional(),
});
export type Membership = z.infer<typeof membershipBody>;

export const membershipInput = membershipBody.omit({ project: true });
export type MembershipInput = z.infer<typeof membershipInput>;
