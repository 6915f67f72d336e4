import type { z } from 'zod';
import type { FieldProblem } from '../../../kernel/forms/problems.ts';

type Place = (path: readonly PropertyKey[]) => readonly PropertyKey[];

/** One problem per field, from what the schema says, in the order in which it says it. */
export function problemsOf(
  error: z.ZodError,
  langs: readonly [string, ...string[]],
  place: Place = (path) => path,
): FieldProblem[] {
  const problems = new Map<string, FieldProblem>();
  for (const issue of error.issues) {
    const problem = problemOf(issue, place(issue.path), langs[0]);
    if (!problems.has(problem.field)) problems.set(problem.field, problem);
  }
  return [...problems.values()];
}

const CHOICES = new Set(['stage', 'level', 'topics', 'status', 'principles', 'languages']);

function problemOf(issue: z.core.$ZodIssue, path: readonly PropertyKey[], source: string): FieldProblem {
  const [top] = path;
  const last = path.at(-1);
  if (CHOICES.has(String(top))) {
    const code = issue.code === 'too_big' ? 'too-many' : 'choose';
    return { field: String(top), code, args: issue.code === 'too_big' ? { max: Number(issue.maximum) } : {} };
  }
  const field = path.map(String).join('.');
  if (last === 'url') return { field, code: 'not-an-address', args: {} };
  if (last === 'started' || last === 'since') return { field, code: 'not-a-month', args: {} };
  // The text as a whole: nothing was typed, or only translations of it.
  if (last === 'source')
    return { field: `${field.slice(0, -'.source'.length)}.${source}`, code: 'original-missing', args: {} };
  if (issue.code === 'invalid_type') return { field: `${field}.${source}`, code: 'missing', args: {} };
  if (issue.code === 'too_big') return { field, code: 'too-long', args: { max: Number(issue.maximum) } };
  return { field, code: 'unreadable', args: {} };
}
