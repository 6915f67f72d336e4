import { z } from 'zod';
import { langText } from '../../../kernel/i18n/lang-text.ts';
import { code, nodeSnapshot } from '../../../kernel/subjects/parts.ts';
import { ADOPTION_RULES, ROTATION_ORDERS } from '../vocabulary.ts';
import { allianceRef, exactRecord } from './parts.ts';

export const CHARTER_LIMITS = {
  title: 200,
  text: 20_000,
  principles: 40,
  principle: 4000,
  nodes: 200,
} as const;

export const principle = z.looseObject({
  /** By which practices, groups and contributions name it; stays when the text changes. */
  key: code,
  title: langText(CHARTER_LIMITS.title),
  text: langText(CHARTER_LIMITS.principle).optional(),
});
export type Principle = z.infer<typeof principle>;

const fields = {
  title: langText(CHARTER_LIMITS.title),
  text: langText(CHARTER_LIMITS.text).optional(),
  principles: z.array(principle).min(1).max(CHARTER_LIMITS.principles),
  /** Who must have signed before a declaration, or the next charter, counts as adopted. */
  adoption: code,
  rotation: z.looseObject({
    order: code,
    /** With `listed`: in this order; members that are not named follow in the order of their admission. */
    nodes: z.array(nodeSnapshot).max(CHARTER_LIMITS.nodes).optional(),
    /** How long a term is meant to be. */
    months: z.int().min(1).max(120),
  }),
};

const eachKeyOnce = (body: { principles: readonly Principle[] }, ctx: z.RefinementCtx) => {
  const seen = new Set<string>();
  for (const [place, { key }] of body.principles.entries()) {
    if (seen.has(key))
      ctx.addIssue({
        code: 'custom',
        path: ['principles', place, 'key'],
        message: 'alliances.problem.key-twice',
      });
    seen.add(key);
  }
};

/** Body of `alliances/charter@1`: a text that binds whoever signs it. A new version is a new subject that names the old one. */
export const charterBody = z
  .looseObject({ alliance: allianceRef, ...fields, replaces: exactRecord.optional() })
  .superRefine(eachKeyOnce);
export type Charter = z.infer<typeof charterBody>;

/** What we accept from our own staff: the same, with the words of this version's vocabulary. */
export const charterInput = z
  .object({
    ...fields,
    adoption: z.enum(ADOPTION_RULES),
    rotation: z.object({
      order: z.enum(ROTATION_ORDERS),
      nodes: z.array(nodeSnapshot).max(CHARTER_LIMITS.nodes).optional(),
      months: z.coerce.number().int().min(1).max(120),
    }),
  })
  .superRefine(eachKeyOnce);
export type CharterInput = z.infer<typeof charterInput>;
