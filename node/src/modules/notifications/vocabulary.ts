/** What can be followed: one thing that somebody published, a topic, or all that a country publishes. */
export const SORTS = ['subject', 'topic', 'node'] as const;
export type Sort = (typeof SORTS)[number];

/** How often a letter comes, where there is news. */
export const FREQUENCIES = ['daily', 'weekly', 'off'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** How long a link that confirms an address is good for. */
export const CONFIRM_HOURS = 24;
