import { z } from 'zod';
import { isLanguageTag, langText } from '../../kernel/i18n/lang-text.ts';
import { TOPICS } from '../../kernel/topics/index.ts';
import { LEVELS, PRINCIPLES, STAGES } from './vocabulary.ts';

/** A word of a vocabulary that may grow: partners can know values that we do not. */
const code = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(40);
const webAddress = z.url({ protocol: /^https?$/ }).max(2000);
const language = z.string().max(35).refine(isLanguageTag, 'not a BCP 47 tag');

/** A year, or a year and month: `2024`, `2024-03`. */
export const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/);

export const link = z.looseObject({ label: langText(200), url: webAddress });
export const fact = z.looseObject({ label: langText(60), value: langText(60) });

/** Organisations only: a record cannot be made to forget a person's name. */
export const organisation = z.looseObject({ name: langText(200), url: webAddress.optional() });

export const LIMITS = {
  title: 200,
  summary: 600,
  text: 8000,
  note: 300,
  facts: 4,
  topics: 3,
  links: 10,
} as const;

/** Body of `practices/practice@1`: one case, told so that another government can judge whether to do the same. */
export const practiceBody = z.looseObject({
  title: langText(LIMITS.title),
  /** Two or three sentences that stand alone. */
  summary: langText(LIMITS.summary),
  problem: langText(LIMITS.text),
  done: langText(LIMITS.text),
  /** What came of it; `evidence` says where that can be checked. */
  results: langText(LIMITS.text).optional(),
  evidence: z.array(link).max(LIMITS.links).optional(),
  facts: z.array(fact).max(LIMITS.facts).optional(),
  cost: langText(LIMITS.text).optional(),
  failed: langText(LIMITS.text).optional(),
  /** What must be in place before it can be done elsewhere. */
  conditions: langText(LIMITS.text).optional(),
  stage: code,
  level: code,
  topics: z.array(code).min(1).max(20),
  principles: z.array(code).max(20).optional(),
  /** When it began. */
  started: partialDate.optional(),
  /** Languages in which the contacts answer. */
  languages: z.array(language).max(30).optional(),
  contacts: z.array(organisation).max(LIMITS.links).optional(),
  links: z.array(link).max(LIMITS.links).optional(),
  /** The last part of a readable address, `/practices/<slug>`; made from the title where absent. */
  slug: code.max(80).optional(),
  /** In a revision: what changed, in a sentence. */
  note: langText(LIMITS.note).optional(),
});
export type Practice = z.infer<typeof practiceBody>;

/** What we accept from our own staff: the same, with the words of this version's vocabulary. */
export const practiceInput = practiceBody.extend({
  stage: z.enum(STAGES),
  level: z.enum(LEVELS),
  topics: z.array(z.enum(TOPICS)).min(1).max(LIMITS.topics),
  principles: z.array(z.enum(PRINCIPLES)).max(PRINCIPLES.length).optional(),
});
export type PracticeInput = z.infer<typeof practiceInput>;

/** The texts of a practice that have a section of their own, in the order in which they are read. */
export const SECTIONS = ['problem', 'done', 'results', 'cost', 'failed', 'conditions'] as const;
export type Section = (typeof SECTIONS)[number];
