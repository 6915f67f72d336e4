import { z } from 'zod';
import { langText } from '../../../kernel/i18n/lang-text.ts';
import { link } from '../../../kernel/subjects/parts.ts';
import { allianceRef, exactRecord, principleKeys } from './parts.ts';

const fields = {
  title: langText(300),
  text: langText(20_000),
  principles: principleKeys.optional(),
  links: z.array(link).max(20).optional(),
};

/** Body of `alliances/declaration@1`: a joint text that a member proposes. It never changes: another text is another one. */
export const declarationBody = z.looseObject({
  alliance: allianceRef,
  ...fields,
  replaces: exactRecord.optional(),
});
export type Declaration = z.infer<typeof declarationBody>;

export const declarationInput = z.object(fields);
export type DeclarationInput = z.infer<typeof declarationInput>;
