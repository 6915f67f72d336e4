import type { TypedValues } from '../web/form.ts';
import { value } from '../web/lang-form.ts';
import { type Field, type Fields, placeOf } from './fields.ts';
import type { FieldProblem } from './problems.ts';

/** A part of a long form, short enough for one page. */
export interface FormTask {
  /** Its name in addresses. */
  name: string;
  fields: Fields;
  optional?: boolean;
  /** Where the page is about one row alone, such as one milestone: its place among the rows of the only field. */
  row?: number;
}

/** What every long form begins with. */
export const LANGUAGES: FormTask = {
  name: 'languages',
  fields: { source: { is: 'choice' }, lang: { is: 'choice', many: true } },
};

/** Whether the person has finished a task (`done`) or will come back to it (`later`). */
export type Saved = 'done' | 'later';

/** The field of a task that a typed name belongs to. */
export function fieldIn({ fields, row }: FormTask, typed: string): Field | null {
  const place = placeOf(fields, typed);
  if (place === null) return null;
  return row === undefined || place.rows[0]?.index === row ? place.field : null;
}

/** The task that a field belongs to; `prev` and the like belong to none. */
export function taskOf(tasks: readonly FormTask[], typed: string): FormTask | undefined {
  return tasks.find((task) => fieldIn(task, typed) !== null);
}

/**
 * The draft after one task was saved. A text that its page did not show, of a language that was taken out, stays; a
 * choice that was not sent was unchosen.
 */
export function withTask(typed: TypedValues, task: FormTask, posted: TypedValues, saved: Saved): TypedValues {
  const stays = (field: Field | null) => field === null || field.is === 'text' || field.is === 'file';
  const kept = Object.entries(typed).filter(([name]) => stays(fieldIn(task, name)));
  const sent = Object.entries(posted).filter(([name]) => takes(fieldIn(task, name)));
  return Object.fromEntries([...kept, ...sent, [`saved.${task.name}`, [saved]]]);
}

/** Files come as files, never as text. */
function takes(field: Field | null): boolean {
  return field !== null && field.is !== 'file';
}

/** The draft without anything that was typed into a task. */
export function withoutTask(typed: TypedValues, task: FormTask): TypedValues {
  const kept = Object.entries(typed).filter(
    ([name]) => fieldIn(task, name) === null && name !== `saved.${task.name}`,
  );
  return Object.fromEntries(kept);
}

/** A draft of something that is whole already: the given tasks are done. */
export function withDone(typed: TypedValues, tasks: readonly FormTask[]): TypedValues {
  const marks = tasks.map(({ name }) => [`saved.${name}`, ['done']] as const);
  return { ...typed, ...Object.fromEntries<readonly string[]>(marks) };
}

/** What is only lacking yet is no problem while somebody means to come back. */
const LACKING = new Set<FieldProblem['code']>(['missing', 'original-missing', 'untranslated', 'choose']);

/** How far a task is; `problems` are those of the whole form. */
export function stateOf(
  typed: TypedValues,
  task: FormTask,
  problems: readonly FieldProblem[],
): 'not-started' | 'in-progress' | 'done' | 'problem' {
  const saved = value(typed, `saved.${task.name}`);
  if (saved === '') return 'not-started';
  const own = problems.filter(({ field }) => fieldIn(task, field) !== null);
  if (saved === 'done') return own.length > 0 ? 'problem' : 'done';
  return own.some(({ code }) => !LACKING.has(code)) ? 'problem' : 'in-progress';
}

/** The next task after one that nobody has begun. */
export function nextTask(
  typed: TypedValues,
  tasks: readonly FormTask[],
  { name }: FormTask,
): FormTask | undefined {
  const at = tasks.findIndex((one) => one.name === name);
  return tasks.slice(at + 1).find((one) => stateOf(typed, one, []) === 'not-started');
}
