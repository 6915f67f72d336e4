/** What staff and programs can do with projects: each command is one transaction and one signed record. */
export { answerCall, publishCall, publishExpert } from './commands/calls.ts';
export { beginProject, changeProjectDraft, dropProjectDraft } from './commands/draft.ts';
export { writeEntry } from './commands/ledger.ts';
export { join, publishProject } from './commands/project.ts';
export { publishOutput, publishUpdate, putDecision, vote } from './commands/work.ts';
