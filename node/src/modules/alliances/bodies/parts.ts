import { z } from 'zod';
import { langText } from '../../../kernel/i18n/lang-text.ts';
import { code, nodeSnapshot, subject } from '../../../kernel/subjects/parts.ts';

/** The alliance that a record speaks of: its entity identifier, and what it was called. */
export const allianceRef = z.looseObject({ id: subject, title: langText(200) });

/** Keys of principles of the charter in force. */
export const principleKeys = z.array(code).max(40);

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One record, word for word: `digest` is the SHA-256 of its JWS. */
export const exactRecord = z.looseObject({
  sub: subject,
  jti: z.uuid(),
  digest: sha256,
  title: langText(500),
  origin: nodeSnapshot,
});
export type ExactRecord = z.infer<typeof exactRecord>;

/** What every record of the life of an alliance begins with. */
export interface OfAlliance {
  alliance: z.infer<typeof allianceRef>;
}

export const inOrder = ({ start, end }: { start: string; end: string }): boolean => start <= end;
export const endBeforeStart = { path: ['end'], error: 'alliances.problem.end-before-start' };
