import { z } from 'zod';
import { nodeSnapshot, partialDate, stepKey, subject, zone } from '../../kernel/subjects/parts.ts';
import { projectReference, text, title } from './parts.ts';
import { RULES } from './vocabulary.ts';

const OPTIONS = 10;
const option = z.looseObject({ key: stepKey, title });

/** Body of `projects/decision@1`: what a member puts to all members, and by which rule it is decided. */
export const decisionBody = z.looseObject({
  project: projectReference,
  title,
  text,
  options: z.array(option).min(2).max(OPTIONS),
  rule: z.enum(RULES),
  /** Who is asked: the members as its author knew them. Who joins later is not among them. */
  members: z.array(nodeSnapshot).min(1).max(100),
  deadline: partialDate.optional(),
  zone,
});
export type Decision = z.infer<typeof decisionBody>;

/** What staff say; project and members are looked up. */
export const decisionInput = decisionBody
  .omit({ project: true, members: true })
  .refine(({ options }) => new Set(options.map(({ key }) => key)).size === options.length, {
    path: ['options'],
    message: 'two options have one key',
  });
export type DecisionInput = z.infer<typeof decisionInput>;

/** Body of `projects/vote@1`: which option a member signs, of one version of a decision. */
export const voteBody = z.looseObject({
  project: projectReference,
  decision: z.looseObject({ sub: subject, jti: z.uuid() }),
  option: stepKey,
  reason: text.optional(),
});
export type Vote = z.infer<typeof voteBody>;

export const voteInput = voteBody.pick({ option: true, reason: true });
export type VoteInput = z.infer<typeof voteInput>;
