/** Reading projects and what is said of them: everything that pages, the API and files ask of the database. */
export { type CallItem, deadlineOf, loadCall } from './read/call.ts';
export { type ExpertMatches, type ExpertRow, loadExperts } from './read/experts.ts';
export type { EntryRow } from './read/facts.ts';
export { countFacets, type Listed, listFiltered } from './read/list.ts';
export { type DecisionItem, loadProject, type ProjectItem, projectItem } from './read/project.ts';
