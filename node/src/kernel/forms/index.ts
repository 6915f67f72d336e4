/**
 * Long forms, declared: which fields a body has, in which languages it is written, in which parts. What was typed stays
 * as it was typed (`kernel/drafts` keeps it); reading it gives a body or what is wrong with it.
 */

export { allValues, cleaned, formLanguages, type Languages, value } from '../web/lang-form.ts';
export { fieldProblems, untranslated } from './field-problems.ts';
export {
  type Choice,
  type Field,
  type Fields,
  type Line,
  type NamedFile,
  type Place,
  placeOf,
  type RowsOf,
  type TextLines,
} from './fields.ts';
export { withKept } from './kept-fields.ts';
export type { FieldProblem } from './problems.ts';
export { type Candidate, readFields, rowsIn, writeFields } from './read-fields.ts';
export {
  type FormTask,
  fieldIn,
  LANGUAGES,
  nextTask,
  type Saved,
  stateOf,
  taskOf,
  withDone,
  withoutTask,
  withTask,
} from './tasks.ts';
