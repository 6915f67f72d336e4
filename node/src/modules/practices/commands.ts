/** What staff and programs can do with practices: each command is one transaction, and all but those of drafts one signed record. */
export { adopt, reviseAdoption, withdrawAdoption } from './commands/adopt.ts';
export { beginPractice, beginRevision, dropDraft, saveTask } from './commands/draft.ts';
export { type ImportReport, importPractices } from './commands/import.ts';
export { publishPractice, revisePractice, withdrawPractice } from './commands/publish.ts';
