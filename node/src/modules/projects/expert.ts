import { z } from 'zod';
import { organisation, partialDate, zone } from '../../kernel/subjects/parts.ts';
import { TOPICS } from '../../kernel/topics/index.ts';
import { languages, note, text, title, topics } from './parts.ts';

/**
 * Bodies of `projects/expert-offer@1` and `projects/expert-request@1`: knowledge that an organisation can lend, or needs. A
 * role and never a person: who comes is agreed on in private, at the organisation's own address.
 */
export const expertBody = z.looseObject({
  title,
  text,
  organisation,
  topics,
  languages,
  /** Until when it holds. */
  until: partialDate.optional(),
  zone,
  note: note.optional(),
});
export type Expert = z.infer<typeof expertBody>;

export const expertInput = expertBody.extend({ topics: z.array(z.enum(TOPICS)).min(1) });
export type ExpertInput = z.infer<typeof expertInput>;
