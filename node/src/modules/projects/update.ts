import { z } from 'zod';
import { stepKey } from '../../kernel/subjects/parts.ts';
import { projectReference, text } from './parts.ts';

/** Body of `projects/update@1`: what happened in a project; that a milestone is done, where it names one. */
export const updateBody = z.looseObject({
  project: projectReference,
  /** Key of the milestone that is done by this. */
  milestone: stepKey.optional(),
  text,
});
export type Update = z.infer<typeof updateBody>;

export const updateInput = updateBody.omit({ project: true });
export type UpdateInput = z.infer<typeof updateInput>;
