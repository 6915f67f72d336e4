/** Names of the kinds of record; the kinds themselves are in `records.ts`. */
export const PRACTICE = 'practices/practice@1';
export const ADOPTION = 'practices/adoption@1';
