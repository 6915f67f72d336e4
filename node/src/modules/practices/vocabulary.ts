/**
 * The words that practices are sorted by. Records may carry other values (a newer partner may know more of them): what
 * is unknown here is kept and shown as it is; what is published here comes from these lists.
 */

/** How far it has come, after the stages of the OPSI case study library. */
export const STAGES = ['problem', 'ideas', 'proposals', 'implementation', 'evaluation', 'diffusion'] as const;
export type Stage = (typeof STAGES)[number];

export const LEVELS = ['local', 'regional', 'national', 'international'] as const;
export type Level = (typeof LEVELS)[number];

/** The ten principles of the Digital Nations charter (revised November 2021). */
export const PRINCIPLES = [
  'user-needs',
  'safeguards',
  'open-standards',
  'open-source',
  'open-markets',
  'open-government',
  'inclusion',
  'skills',
  'co-creation',
  'sustainability',
] as const;
export type Principle = (typeof PRINCIPLES)[number];

export const STATUSES = ['planned', 'trial', 'adopted', 'stopped'] as const;
export type Status = (typeof STATUSES)[number];

/** What the list of practices can be narrowed by, in the order in which it is offered. */
export const FACETS = ['origin', 'topic', 'level', 'stage', 'language'] as const;
export type Facet = (typeof FACETS)[number];
