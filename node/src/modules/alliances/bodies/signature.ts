import { z } from 'zod';
import { langText } from '../../../kernel/i18n/lang-text.ts';
import { code } from '../../../kernel/subjects/parts.ts';
import { allianceRef, exactRecord } from './parts.ts';

/** Body of `alliances/signature@1`: a member adopts one charter or declaration, word for word. */
export const signatureBody = z.looseObject({
  alliance: allianceRef,
  /** `charter` or `declaration`. */
  of: code,
  text: exactRecord,
  /** What the member adds to its signature: how it understands the text, or what it will not apply. */
  remark: langText(2000).optional(),
});
export type Signature = z.infer<typeof signatureBody>;

export const signatureInput = z.object({ remark: langText(2000).optional() });
export type SignatureInput = z.infer<typeof signatureInput>;
