import { z } from 'zod';
import { langText } from '../../kernel/i18n/lang-text.ts';
import { code, webAddress } from '../../kernel/subjects/parts.ts';

/** Body of `commitments/reference@1`: that the node keeps a copy of a public file to compare with. It promises nothing. */
export const referenceBody = z.looseObject({
  title: langText(300),
  format: code,
  /** Where the file comes from, and on which terms. */
  source: webAddress,
  licence: z.string().trim().min(1).max(300),
  /** Of the file, which is the blob of this digest. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().min(1),
  mediaType: z.string().max(200),
  commitments: z.int().min(1),
  countries: z.int().min(1),
  note: langText(300).optional(),
});
export type Reference = z.infer<typeof referenceBody>;

/** What staff say of a file; the rest is read from it. */
export const referenceInput = referenceBody.pick({ title: true, source: true, licence: true, note: true });
export type ReferenceInput = z.infer<typeof referenceInput>;
