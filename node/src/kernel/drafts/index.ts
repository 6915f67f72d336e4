/**
 * What people have typed into long forms and not sent yet, kept page by page. A draft is its owner's alone: for everybody
 * else there is none. It ends with the transaction that publishes what came of it, when its owner deletes it, or 90 days
 * after the last change.
 *
 * @example
 * await kernel.database.transaction((tx) =>
 *   changeDraft(tx, kernel, actor, { form: 'practices/practice', id }, (typed) => ({ ...typed, ...posted })),
 * );
 */
export { DRAFT_DAYS, type Draft, MOST_DRAFT_BYTES, MOST_DRAFTS } from './draft.ts';
export { DraftTooLarge, NoSuchDraft, TooManyDrafts } from './error.ts';
export { countDrafts, draftsOf, listDrafts, readDraft } from './read.ts';
export { beginDraft, changeDraft, endDraft } from './write.ts';
