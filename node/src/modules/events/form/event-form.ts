import type { z } from 'zod';
import {
  type Candidate,
  type FieldProblem,
  fieldProblems,
  LANGUAGES,
  type Languages,
  readFields,
  untranslated,
  withDone,
  withKept,
  writeFields,
} from '../../../kernel/forms/index.ts';
import { languagesOf } from '../../../kernel/i18n/lang-text.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { type Event, type EventInput, eventInput } from '../event.ts';
import { EVENT_FIELDS, tasksOf } from './event-fields.ts';
import { type Repeats, repeatsOf, ruleOf } from './repeats.ts';

type Body = Record<string, unknown>;

/** What a draft would publish, or why it cannot yet; `shown` is what its author checks. */
export type Answer = { ok: true; body: EventInput; shown: Body } | { ok: false; problems: FieldProblem[] };

/** Reads the form of an event. `base` is the version from which the draft began: what the form does not show stays. */
export function readEventForm(typed: TypedValues, langs: Languages, base: Body): Answer {
  const candidate = withKept(readFields(typed, EVENT_FIELDS, langs), EVENT_FIELDS, base);
  const shown = structuredClone(candidate.body);
  finish(candidate.body);
  const parsed = eventInput.safeParse(candidate.body);
  const problems = parsed.success ? [] : problemsOf(parsed.error, candidate, langs);
  problems.push(...untranslated(typed, langs, ['title', 'summary']));
  return parsed.success && problems.length === 0
    ? { ok: true, body: parsed.data, shown }
    : { ok: false, problems };
}

/** The typed values that show an event in the form, every part of it done. */
export function writeEventForm(body: Event): TypedValues {
  const [source, ...others] = languagesOf(body.title);
  const typed: TypedValues = {
    ...writeFields(asFormBody(body), EVENT_FIELDS),
    base: [JSON.stringify(body)],
    source: [source ?? ''],
    lang: others,
  };
  const tasks = tasksOf(typed, false).filter(({ row, optional }) => row === undefined || !optional);
  return withDone(typed, [LANGUAGES, ...tasks]);
}

/** An event as the form has it: how it repeats in words, and whether one registers as a question. */
export function asFormBody(body: Event): Body {
  const { recurrence, registration } = body;
  return {
    ...body,
    ...(recurrence !== undefined && {
      recurrence: { ...recurrence, ...repeatsOf(recurrence.rule, body.start) },
    }),
    registration: { ...registration, offered: registration !== undefined },
  };
}

/** What the form leaves to the software: the rule, keys, and that no registration is none. */
function finish(body: Body): void {
  const { repeats, times, rule, ...series } = (body.recurrence ?? {}) as Body;
  const how = repeats as Repeats | undefined;
  if (how === undefined) delete body.recurrence;
  else {
    const made = how === 'kept' ? rule : ruleOf(how, Number(times ?? 0), String(body.start ?? ''));
    body.recurrence = { ...series, rule: made };
  }
  const { offered, ...registration } = (body.registration ?? {}) as Body;
  if (offered === true) body.registration = { guests: true, ...registration };
  else delete body.registration;
  body.topics ??= [];
  const sessions = (body.sessions ?? []) as Body[];
  giveKeys(sessions, 's');
  for (const { speakers } of sessions) giveKeys((speakers ?? []) as Body[], 'p');
}

/** Gives each row without a key one that no other has; keys that are there stay. */
function giveKeys(rows: readonly Body[], letter: string): void {
  const taken = new Set(rows.flatMap(({ key }) => (key === undefined ? [] : [String(key)])));
  let number = 0;
  for (const row of rows) {
    if (row.key !== undefined) continue;
    do number += 1;
    while (taken.has(letter + number));
    row.key = letter + number;
  }
}

/** What does not fit together, by the words of the schema. */
const TOGETHER: Readonly<Record<string, FieldProblem['code']>> = {
  'ends before it begins': 'ends-before',
  'longer than 31 days': 'ends-before',
  'clocks skip this time': 'clocks-skip',
  'not a series that begins so and ends': 'no-series',
  'not a rule with an end': 'no-series',
  'a series has no sessions': 'no-series',
};

function problemsOf(error: z.ZodError, candidate: Candidate, langs: Languages): FieldProblem[] {
  const problems = fieldProblems(error, candidate, EVENT_FIELDS, langs);
  const byField = new Map(problems.map((problem) => [problem.field, problem]));
  for (const { path, message } of error.issues) {
    const code = TOGETHER[message];
    if (code === undefined) continue;
    byField.delete(path.join('.'));
    const field = fieldAt(path, candidate);
    byField.set(field, { field, code, args: {} });
  }
  return [...byField.values()];
}

/** The control of what a path leads to. The rule is made of the choice how it repeats; sessions are what a series lacks. */
function fieldAt(path: readonly PropertyKey[], { body, places }: Candidate): string {
  const [top, index, ...rest] = path;
  if (top === 'recurrence' && index === 'rule') return 'recurrence.repeats';
  if (top === 'sessions' && index === undefined) return 'recurrence.repeats';
  if (typeof index === 'number') {
    const row = (body[String(top)] as object[] | undefined)?.[index];
    const place = row === undefined ? undefined : places.get(row);
    if (place !== undefined) return place + rest.join('.');
  }
  return path.join('.');
}
