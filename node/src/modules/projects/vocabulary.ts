export const OUTPUT_KINDS = ['practice', 'software', 'dataset', 'document'] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

/** `all`: every member that was asked said the same. `majority`: more than half of them did. */
export const RULES = ['all', 'majority'] as const;
export type Rule = (typeof RULES)[number];
