import { z } from 'zod';
import { link, nodeSnapshot, partialDate, subject, zone } from '../../kernel/subjects/parts.ts';
import { TOPICS } from '../../kernel/topics/index.ts';
import { LIMITS, languages, note, projectReference, text, title, topics } from './parts.ts';

/** Body of `projects/call@1`: a node looks for partners, for a project or before there is one. */
export const callBody = z.looseObject({
  title,
  text,
  topics,
  languages,
  deadline: partialDate,
  zone,
  project: projectReference.optional(),
  links: z.array(link).max(LIMITS.links).optional(),
  note: note.optional(),
});
export type Call = z.infer<typeof callBody>;

/** What staff say; of the project they name the subject. */
export const callInput = callBody
  .omit({ project: true })
  .extend({ topics: z.array(z.enum(TOPICS)).min(1), project: subject.optional() });
export type CallInput = z.infer<typeof callInput>;

/** Body of `projects/answer@1`: a node says that it is interested in a call of another. */
export const answerBody = z.looseObject({
  call: z.looseObject({ sub: subject, jti: z.uuid(), title, origin: nodeSnapshot }),
  text,
  note: note.optional(),
});
export type Answer = z.infer<typeof answerBody>;

export const answerInput = answerBody.omit({ call: true });
export type AnswerInput = z.infer<typeof answerInput>;
