/** Reading commitments and what is said of them: everything that pages, the API and files ask of the database. */
export { allCommitments, type WholeCommitment, withBodies } from './read/all.ts';
export { type Comment, readComments } from './read/comments.ts';
export {
  type Counted,
  countStandings,
  countThemes,
  readStandings,
  readThemes,
  type Theme,
} from './read/compare.ts';
export { countThemesOf, readThemesOf, type ThemesOf } from './read/compare-themes.ts';
export { countFacets, type Facets, keptFacets } from './read/facets.ts';
export { writtenFile } from './read/file.ts';
export { type CommitmentItem, loadCommitment } from './read/item.ts';
export { type CommitmentRow, keptList, listCommitments } from './read/list.ts';
export { loadSaid, type SaidItem } from './read/one-said.ts';
export { isOverdue, loadPlan, type PlanItem } from './read/plan.ts';
export { listReferenceRows, listReferences, type ReferenceRowFilter } from './read/references.ts';
export type { AssessmentRow, LeadRow, ReportRow } from './read/said.ts';
export { countingNodes, readSaid } from './read/said.ts';
export type { Judgement, Standing } from './read/standing.ts';
export { readTimeline, type Timeline } from './read/timeline.ts';
export { versionsOf } from './read/versions.ts';
export { listWaiting, readWaiting, type Waiting } from './read/waiting.ts';
