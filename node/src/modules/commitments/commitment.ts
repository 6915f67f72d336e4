import { z } from 'zod';
import { langText } from '../../kernel/i18n/lang-text.ts';
import {
  code,
  link,
  organisation,
  partialDate,
  source,
  stepKey,
  subject,
  webAddress,
  zone,
} from '../../kernel/subjects/parts.ts';
import { VALUES } from './vocabulary.ts';

export const LIMITS = {
  title: 500,
  text: 8000,
  step: 3000,
  short: 300,
  milestones: 100,
  indicators: 100,
  organisations: 50,
  links: 20,
  areas: 20,
} as const;

const step = {
  key: stepKey,
  /** What the deadline is computed from; absent where there is none. */
  deadline: partialDate.optional(),
  /** The deadline in words, where a date does not say it: "Ongoing", "Fall 2027". */
  deadlineText: langText(LIMITS.step).optional(),
  lead: langText(LIMITS.short).optional(),
  source: source.shape.fields.optional(),
};

/** What a milestone is measured by. */
export const indicator = z.looseObject({
  ...step,
  text: langText(LIMITS.step),
  baseline: z.number().optional(),
  target: z.number().optional(),
  unit: langText(60).optional(),
  /** Where the data are published. */
  dataset: webAddress.optional(),
});
export type Indicator = z.infer<typeof indicator>;

export const milestone = z.looseObject({
  ...step,
  title: langText(LIMITS.step),
  indicators: z.array(indicator).max(LIMITS.indicators).optional(),
});
export type Milestone = z.infer<typeof milestone>;

const fields = {
  title: langText(LIMITS.title),
  /** As the plan numbers it. */
  number: z.string().min(1).max(40).optional(),
  start: partialDate.optional(),
  end: partialDate.optional(),
  /** Who answers for it. A lead with a node of its own reports there, once it has said that it leads. */
  leads: z.array(organisation).min(1).max(LIMITS.organisations),
  supporting: z.array(organisation).max(LIMITS.organisations).optional(),
  /** What is wrong today: the baseline in words. */
  problem: langText(LIMITS.text).optional(),
  what: langText(LIMITS.text).optional(),
  /** How it helps to solve the problem. */
  how: langText(LIMITS.text).optional(),
  values: z.array(code).max(10).optional(),
  /** In which way it serves these values. */
  relevance: langText(LIMITS.text).optional(),
  /** Under which heading of its plan it stands. */
  theme: langText(LIMITS.short).optional(),
  areas: z.array(code).max(LIMITS.areas).optional(),
  /** Sustainable Development Goals. */
  sdgs: z.array(z.int().min(1).max(17)).max(17).optional(),
  budget: langText(LIMITS.text).optional(),
  /** Where the public was asked about it. */
  consultation: webAddress.optional(),
  links: z.array(link).max(LIMITS.links).optional(),
  milestones: z.array(milestone).max(LIMITS.milestones),
  source: source.optional(),
  /** In a revision: what changed, in a sentence. */
  note: langText(LIMITS.short).optional(),
};

/** A commitment as far as a file of a plan says it; no body of a record. */
export const commitmentDraft = z.looseObject(fields);
export type CommitmentDraft = z.infer<typeof commitmentDraft>;

/** Body of `commitments/commitment@1`: the fields of the OGP's commitment template. */
export const commitmentBody = z
  .looseObject({
    ...fields,
    /** Subject of the plan that it is part of; of the same node, or of one that leads it too. */
    plan: subject.optional(),
    /** Where its deadlines' days end. */
    zone,
  })
  .superRefine(({ milestones }, ctx) => {
    const seen = new Set<string>();
    for (const [place, { key, indicators = [] }] of milestones.entries()) {
      for (const one of [key, ...indicators.map((each) => each.key)]) {
        if (seen.has(one)) {
          ctx.addIssue({
            code: 'custom',
            path: ['milestones', place],
            message: `the key ${one} is there twice`,
          });
        }
        seen.add(one);
      }
    }
  });
export type Commitment = z.infer<typeof commitmentBody>;

/** What we accept from our own staff: the same, with the words of this version's vocabulary. */
export const commitmentInput = commitmentBody.safeExtend({
  values: z.array(z.enum(VALUES)).max(VALUES.length).optional(),
});
export type CommitmentInput = z.infer<typeof commitmentInput>;

/** The texts of a commitment that have a section of their own, in the order in which they are read. */
export const SECTIONS = ['problem', 'what', 'how', 'relevance', 'budget'] as const;
