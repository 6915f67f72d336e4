import { z } from 'zod';
import { code, subject, webAddress } from '../../kernel/subjects/parts.ts';
import { projectReference, sha256, text, title } from './parts.ts';
import { OUTPUT_KINDS } from './vocabulary.ts';

/** Body of `projects/output@1`: something that came of the project, and where it is. */
export const outputBody = z.looseObject({
  project: projectReference,
  kind: code,
  title,
  text: text.optional(),
  url: webAddress,
  /** Of the file that the address answered when this was signed; absent where it is no file. */
  sha256: sha256.optional(),
  /** Subject of the record that tells of it: a practice, for example. */
  record: subject.optional(),
});
export type Output = z.infer<typeof outputBody>;

export const outputInput = outputBody.omit({ project: true }).extend({ kind: z.enum(OUTPUT_KINDS) });
export type OutputInput = z.infer<typeof outputInput>;
