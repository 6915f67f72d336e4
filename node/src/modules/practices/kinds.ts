/** Names of the kinds of record; the kinds themselves are in `records.ts`. */
export const PRACTICE = 'practices/practice@1';
export const ADOPTION = 'practices/adoption@1';

/** Name of the form whose drafts become practices. */
export const PRACTICE_FORM = 'practices/practice';
