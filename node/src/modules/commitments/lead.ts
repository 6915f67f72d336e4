import { z } from 'zod';
import { langText } from '../../kernel/i18n/lang-text.ts';
import { reference, stepKey, subject } from '../../kernel/subjects/parts.ts';

/** Body of `commitments/lead@1`: a node that another's commitment names as lead says that it takes this on. */
export const leadBody = z.looseObject({
  commitment: reference,
  /** Subject of the plan of its own in which it counts this too. */
  plan: subject.optional(),
  /** Which milestones it answers for; absent: all of it. */
  milestones: z.array(stepKey).max(100).optional(),
  /** Its part in words. */
  part: langText(2000).optional(),
  note: langText(300).optional(),
});
export type Lead = z.infer<typeof leadBody>;

export const leadInput = leadBody.omit({ commitment: true });
export type LeadInput = z.infer<typeof leadInput>;
