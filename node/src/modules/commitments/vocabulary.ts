/**
 * The words that commitments are sorted and judged by. Records may carry other values (a newer partner may know more of
 * them): what is unknown here is kept and shown as it is; what is published here comes from these lists.
 */

/** How far a lead says that it has come: the four steps of the IRM, of Canada and of most trackers. */
export const STATUSES = ['not-started', 'limited', 'substantial', 'complete'] as const;
export type Status = (typeof STATUSES)[number];

/** What an assessor may find: the same steps, or why there is none. */
export const FINDINGS = [...STATUSES, 'no-evidence', 'unclear', 'withdrawn'] as const;
export type Finding = (typeof FINDINGS)[number];

/** Place of a status on the four steps, from 0; null where it is none of them. */
export function stepOf(status: string): number | null {
  const step = (STATUSES as readonly string[]).indexOf(status);
  return step < 0 ? null : step;
}

export const PROGRAMMES = ['ogp', 'charter', 'eu', 'own'] as const;
export type Programme = (typeof PROGRAMMES)[number];

/** The values of open government that a commitment can serve, as the OGP's template asks. */
export const VALUES = ['transparency', 'participation', 'accountability', 'technology'] as const;
export type Value = (typeof VALUES)[number];

/** Policy areas that have a name here: those of the OGP's reviews of 2016, and what its later lists added most often. */
export const AREAS: readonly string[] = [
  'anti-corruption',
  'conflicts-of-interest',
  'asset-disclosure',
  'audits-controls',
  'whistleblower-protections',
  'fiscal-openness',
  'citizen-budgets',
  'participatory-budgeting',
  'e-petitions',
  'social-audits',
  'public-participation',
  'public-procurement',
  'access-to-information',
  'records-management',
  'open-data',
  'elections-political-finance',
  'law-enforcement-justice',
  'public-service-delivery',
  'e-government',
  'capacity-building',
  'legislation-regulation',
  'private-sector',
  'legislature',
  'sub-national',
  'judiciary',
  'media-telecommunications',
  'education',
  'health-nutrition',
  'citizenship-immigration',
  'welfare-social-security',
  'water-sanitation',
  'infrastructure',
  'public-safety',
  'defense',
  'natural-resources',
  'aid',
  'nonprofits',
  'labor',
  'science-technology',
  'gender-sexuality',
  'human-rights',
  'marginalized-communities',
  'ogp',
  'automated-decision-making',
  'beneficial-ownership',
  'environment-climate',
  'housing',
  'infrastructure-transport',
  'lobbying',
  'people-with-disabilities',
];
