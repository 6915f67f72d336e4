import type { FieldProblem } from '../../../kernel/forms/problems.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import type { TaskState } from '../../../ui/index.ts';
import type { RowName, TEXTS } from './fields.ts';

interface TaskFields {
  texts?: ReadonlyArray<(typeof TEXTS)[number] | 'note'>;
  rows?: ReadonlyArray<RowName>;
  /** Choices and dates: fields that have no language. */
  choices?: readonly string[];
  optional?: boolean;
}

/** The parts of writing a practice, each short enough for one page, and the fields of each. */
const FIELDS = {
  languages: { choices: ['source', 'lang'] },
  title: { texts: ['title', 'summary'] },
  story: { texts: ['problem', 'done'] },
  results: { texts: ['results'], rows: ['facts', 'evidence'], optional: true },
  lessons: { texts: ['cost', 'failed', 'conditions'], optional: true },
  sorting: { choices: ['level', 'stage', 'topics', 'started'] },
  principles: { choices: ['principles'], optional: true },
  contacts: { rows: ['contacts', 'links'], choices: ['languages'], optional: true },
  note: { texts: ['note'], optional: true },
} as const satisfies Record<string, TaskFields>;

export type TaskName = keyof typeof FIELDS;
const ALL = Object.keys(FIELDS) as TaskName[];

/** In their order; what changed is said of a revision only. */
export function tasksOf(revising: boolean): TaskName[] {
  return revising ? ALL : ALL.filter((task) => task !== 'note');
}

export function fieldsOf(task: TaskName): Required<TaskFields> {
  return { texts: [], rows: [], choices: [], optional: false, ...FIELDS[task] };
}

/** The task that a field belongs to, by the first part of its name; `prev` and the like belong to none. */
export function taskOf(field: string): TaskName | undefined {
  const [first = ''] = field.split('.');
  return ALL.find((task) => {
    const { texts, rows, choices } = fieldsOf(task);
    return [...texts, ...rows, ...choices].some((name: string) => name === first);
  });
}

/** Whether the person has finished a task (`done`) or will come back to it (`later`). */
export type Saved = 'done' | 'later';

/**
 * The draft after one task was saved. A text that its page did not show, of a language that was taken out, stays; a
 * choice that was not sent was unchosen.
 */
export function withTask(typed: TypedValues, task: TaskName, posted: TypedValues, saved: Saved): TypedValues {
  const { choices } = fieldsOf(task);
  const kept = Object.entries(typed).filter(([field]) => !choices.includes(field));
  const sent = Object.entries(posted).filter(([field]) => taskOf(field) === task);
  return Object.fromEntries([...kept, ...sent, [`saved.${task}`, [saved]]]);
}

/** A draft of something that is whole already: every task but the note is done. */
export function withAllDone(typed: TypedValues): TypedValues {
  const marks = tasksOf(false).map((task) => [`saved.${task}`, ['done']] as const);
  return { ...typed, ...Object.fromEntries<readonly string[]>(marks) };
}

/** What is only lacking yet is no problem while somebody means to come back. */
const LACKING = new Set<FieldProblem['code']>(['missing', 'original-missing', 'untranslated', 'choose']);

/** How far a task is; `problems` are those of the whole form. */
export function stateOf(typed: TypedValues, task: TaskName, problems: readonly FieldProblem[]): TaskState {
  const saved = value(typed, `saved.${task}`);
  if (saved === '') return 'not-started';
  const own = problems.filter(({ field }) => taskOf(field) === task);
  if (saved === 'done') return own.length > 0 ? 'problem' : 'done';
  return own.some(({ code }) => !LACKING.has(code)) ? 'problem' : 'in-progress';
}

export function isTask(name: string | undefined, revising: boolean): name is TaskName {
  return tasksOf(revising).some((task) => task === name);
}
