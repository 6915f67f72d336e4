import { z } from 'zod';
import { FINDINGS } from './vocabulary.ts';

/**
 * The codings of the Independent Reporting Mechanism, the current one first. Each keeps its own words: nothing is carried
 * from one to another.
 */
export const SCHEMES = ['irm-2021', 'irm-2015', 'star-2016'] as const;
export type Scheme = (typeof SCHEMES)[number];

export const SPECIFICITY = ['none', 'low', 'medium', 'high'] as const;
export const IMPACT = ['none', 'minor', 'moderate', 'transformative'] as const;
export const OPENED = ['worsened', 'unchanged', 'marginal', 'major', 'outstanding'] as const;
export const POTENTIAL = ['unclear', 'modest', 'substantial'] as const;
export const RESULTS = ['none', 'moderate', 'significant'] as const;

/** What the star depends on. */
const starCodes = {
  specificity: z.enum(SPECIFICITY),
  /** Of clear relevance to a value of open government. */
  relevant: z.boolean(),
  impact: z.enum(IMPACT),
  completion: z.enum(FINDINGS),
};

/** IRM procedures 2015 to 2020. */
export const irm2015 = z.looseObject({
  scheme: z.literal('irm-2015'),
  ...starCodes,
  /** Did it open government: coded at the end of the term. */
  opened: z.enum(OPENED).optional(),
});
export type Irm2015 = z.infer<typeof irm2015>;

/** The four codes of the star alone, as the review database of 2016 has them. */
export const star2016 = z.looseObject({ scheme: z.literal('star-2016'), ...starCodes });

/** The schemes that have a star. */
export const starred = z.discriminatedUnion('scheme', [irm2015, star2016]);

/** IRM procedures since 2021. They have no star. */
export const irm2021 = z.looseObject({
  scheme: z.literal('irm-2021'),
  verifiable: z.boolean(),
  /** Has an open-government lens. */
  lens: z.boolean(),
  potential: z.enum(POTENTIAL),
  completion: z.enum(FINDINGS),
  /** Early results: coded after the term. */
  results: z.enum(RESULTS).optional(),
});
export type Irm2021 = z.infer<typeof irm2021>;

export const codes = z.discriminatedUnion('scheme', [irm2021, irm2015, star2016]);
export type Codes = z.infer<typeof codes>;
