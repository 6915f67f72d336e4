import type { z } from 'zod';
import {
  type FieldProblem,
  type Fields,
  type FormTask,
  fieldProblems,
  LANGUAGES,
  type Languages,
  readFields,
  untranslated,
  withKept,
} from '../../../kernel/forms/index.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { assessmentInput } from '../assessment.ts';
import { commitmentInput } from '../commitment.ts';
import { leadInput } from '../lead.ts';
import { planInput } from '../plan.ts';
import { reportInput } from '../report.ts';
import { commitmentTasks } from './commitment-fields.ts';
import { NOTE, PLAN_TASKS } from './plan-fields.ts';
import { assessmentTasks, LEAD_TASKS, REPORT_TASKS } from './said-fields.ts';
import { withStepKeys } from './step-keys.ts';

/** What is written in a form of its own. */
export const WRITTEN = ['plan', 'commitment', 'lead', 'report', 'assessment'] as const;
export type Written = (typeof WRITTEN)[number];

type Body = Record<string, unknown>;

interface WrittenForm {
  tasks(typed: TypedValues): readonly FormTask[];
  schema: z.ZodType;
  /** Texts that a translation must have. */
  translated: readonly string[];
  /** What the form leaves to the software; rows may be changed, never replaced. */
  finish?(body: Body, steps: ReadonlySet<string>): void;
}

const FORMS: Readonly<Record<Written, WrittenForm>> = {
  plan: { tasks: () => PLAN_TASKS, schema: planInput, translated: ['title'] },
  commitment: {
    tasks: commitmentTasks,
    schema: commitmentInput,
    translated: ['title'],
    finish(body) {
      body.milestones = withStepKeys((body.milestones ?? []) as Body[]);
    },
  },
  lead: { tasks: () => LEAD_TASKS, schema: leadInput, translated: [] },
  report: {
    tasks: () => REPORT_TASKS,
    schema: reportInput,
    translated: ['progress'],
    finish(body, steps) {
      keepSteps(body, steps);
      handIn(body);
    },
  },
  assessment: {
    tasks: assessmentTasks,
    schema: assessmentInput,
    translated: ['reasoning'],
    finish(body, steps) {
      body.codes ??= {};
      body.assessor ??= {};
      keepSteps(body, steps);
      handIn(body);
    },
  },
};

/** The parts of a form in their order; what changed is said of a revision only. */
export function tasksOf(thing: Written, typed: TypedValues, revising: boolean): FormTask[] {
  return [LANGUAGES, ...FORMS[thing].tasks(typed), ...(revising ? [NOTE] : [])];
}

/** The fields of all parts. */
export function fieldsOf(tasks: readonly FormTask[]): Fields {
  return Object.assign({}, ...tasks.filter((task) => task !== LANGUAGES).map(({ fields }) => fields));
}

/** What a draft would publish, or why it cannot yet; `shown` is what its author checks. */
export type Answer = { ok: true; body: unknown; shown: Body } | { ok: false; problems: FieldProblem[] };

interface Reading {
  tasks: readonly FormTask[];
  langs: Languages;
  /** The body from which the draft began: fields that the form does not show are taken from it. */
  base: Body;
  /** Milestones and indicators that can be spoken of, by key. */
  steps: ReadonlySet<string>;
}

export function readForm(thing: Written, typed: TypedValues, { tasks, langs, base, steps }: Reading): Answer {
  const { schema, translated, finish } = FORMS[thing];
  const fields = fieldsOf(tasks);
  const candidate = withKept(readFields(typed, fields, langs), fields, base);
  const shown = structuredClone(candidate.body);
  finish?.(candidate.body, steps);
  const parsed = schema.safeParse(candidate.body);
  const problems = parsed.success ? [] : fieldProblems(parsed.error, candidate, fields, langs);
  problems.push(...untranslated(typed, langs, translated));
  return parsed.success && problems.length === 0
    ? { ok: true, body: parsed.data, shown }
    : { ok: false, problems };
}

/** What is said of a milestone that the commitment has no longer is said of nothing. */
function keepSteps(body: Body, steps: ReadonlySet<string>): void {
  if (!Array.isArray(body.milestones)) return;
  const kept = body.milestones.filter((row: Body) => steps.has(String(row.key)));
  if (kept.length === 0) delete body.milestones;
  else body.milestones = kept;
}

/** Files stand in the body of the command by digest. */
function handIn(body: Body): void {
  for (const row of (body.evidence ?? []) as Body[]) {
    const file = row.file as { sha256: string } | undefined;
    delete row.file;
    if (file !== undefined) row.sha256 = file.sha256;
  }
}
