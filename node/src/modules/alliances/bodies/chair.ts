import { z } from 'zod';
import { langText } from '../../../kernel/i18n/lang-text.ts';
import { code, nodeSnapshot, subject } from '../../../kernel/subjects/parts.ts';
import { allianceRef, endBeforeStart, exactRecord, inOrder } from './parts.ts';

const term = { start: z.iso.date(), end: z.iso.date() };
/** Body of `alliances/chair@1`: whoever has the chair offers it to the next. */
export const handOverBody = z
  .looseObject({ alliance: allianceRef, to: nodeSnapshot, ...term, note: langText(2000).optional() })
  .refine(inOrder, endBeforeStart);
export type HandOver = z.infer<typeof handOverBody>;

export const handOverInput = z
  .object({ to: subject.optional(), ...term, note: langText(2000).optional() })
  .refine(inOrder, endBeforeStart);
export type HandOverInput = z.infer<typeof handOverInput>;

export const ANSWERS = ['accepted', 'declined'] as const;

/** Body of `alliances/chair-answer@1`: the node that is offered the chair takes it, or does not. */
export const chairAnswerBody = z.looseObject({
  alliance: allianceRef,
  handOver: exactRecord,
  answer: code,
  note: langText(2000).optional(),
});
export type ChairAnswer = z.infer<typeof chairAnswerBody>;

export const chairAnswerInput = z.object({ answer: z.enum(ANSWERS), note: langText(2000).optional() });
export type ChairAnswerInput = z.infer<typeof chairAnswerInput>;
