/** Words that records of an alliance are sorted by. Readers keep values that they do not know. */

/** Who must have signed before a text of all counts as adopted. */
export const ADOPTION_RULES = ['all', 'two-thirds', 'majority'] as const;
export type AdoptionRule = (typeof ADOPTION_RULES)[number];

/** In which order members take the chair. */
export const ROTATION_ORDERS = ['admission', 'listed'] as const;

export const MEETING_LEVELS = ['working', 'cio', 'ministerial'] as const;

export const CONTRIBUTION_TYPES = ['practice', 'project', 'code', 'hours', 'hosting', 'training'] as const;
