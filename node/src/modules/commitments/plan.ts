import { z } from 'zod';
import { langText } from '../../kernel/i18n/lang-text.ts';
import { code, link, partialDate, source } from '../../kernel/subjects/parts.ts';
import { PROGRAMMES } from './vocabulary.ts';

export const PLAN_LIMITS = { title: 300, text: 8000, links: 20, note: 300 } as const;

/** Body of `commitments/plan@1`: what a government promises for some years, under one programme. */
export const planBody = z.looseObject({
  title: langText(PLAN_LIMITS.title),
  summary: langText(PLAN_LIMITS.text).optional(),
  programme: code,
  /** Which of its plans under the programme it is, from 1. */
  number: z.int().min(1).max(99).optional(),
  start: partialDate.optional(),
  end: partialDate.optional(),
  /** How it was made with the public, and where that can be seen. */
  cocreation: langText(PLAN_LIMITS.text).optional(),
  cocreationEvidence: z.array(link).max(PLAN_LIMITS.links).optional(),
  links: z.array(link).max(PLAN_LIMITS.links).optional(),
  source: source.optional(),
  note: langText(PLAN_LIMITS.note).optional(),
});
export type Plan = z.infer<typeof planBody>;

/** What we accept from our own staff: the same, with the words of this version's vocabulary. */
export const planInput = planBody.extend({ programme: z.enum(PROGRAMMES) });
export type PlanInput = z.infer<typeof planInput>;
