/** Names of the kinds of record; the kinds themselves are in `records.ts`. */
export const PROJECT = 'projects/project@1';
export const MEMBERSHIP = 'projects/membership@1';
export const ENTRY = 'projects/entry@1';
export const DECISION = 'projects/decision@1';
export const VOTE = 'projects/vote@1';
export const OUTPUT = 'projects/output@1';
export const UPDATE = 'projects/update@1';
export const CALL = 'projects/call@1';
export const ANSWER = 'projects/answer@1';
export const OFFER = 'projects/expert-offer@1';
export const REQUEST = 'projects/expert-request@1';

/** What `kernel/drafts` calls the form of a project. */
export const PROJECT_FORM = 'projects/project';
