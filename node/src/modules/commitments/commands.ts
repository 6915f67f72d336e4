/** What staff and programs can do with commitments: each command is one transaction and one signed record. */
export { addComment, answerComment, COMMENT_LIMITS, hideComment } from './commands/comment.ts';
export { beginWriting, dropDraft, removeTask, saveTask } from './commands/draft.ts';
export { importOurs } from './commands/import-ours.ts';
export { publishCommitment, publishPlan, takeLead } from './commands/publish.ts';
export { publishWaiting } from './commands/publish-waiting.ts';
export { importReference } from './commands/reference.ts';
export { assess, report } from './commands/say.ts';
