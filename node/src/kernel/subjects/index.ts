/**
 * Subjects: what modules publish under addresses of their own. Each has one table of latest versions, of all logs that this
 * node holds, and the same life: published, revised, withdrawn, erased.
 */
export { requireLive, type Withdrawal, withdraw } from './act.ts';
export { asked, hostIn, idIn } from './address.ts';
export { publishRoute, readRoute, reviseRoute, withdrawRoute } from './api.ts';
export type { Json, SubjectColumns, SubjectState, Timestamp } from './columns.ts';
export {
  type Names,
  subjectFields,
  subjectFieldsJson,
  subjectJson,
  subjectSchema,
  subjectStates,
  subjectsJson,
} from './json.ts';
export { listSubjects } from './list.ts';
export { readSubjectRow, type SubjectRow, subjectAt, subjectRow, subjectRows } from './read.ts';
export { requireId, retract, saveVersion } from './save.ts';
export { type BodyOf, idOf, isId, pathOf, placeOf, type Subject, subject } from './subject.ts';
