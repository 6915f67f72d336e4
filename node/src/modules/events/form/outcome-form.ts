import {
  type FieldProblem,
  type Fields,
  fieldProblems,
  type Languages,
  readFields,
  withKept,
} from '../../../kernel/forms/index.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { type OutcomeInput, outcomeInput } from '../outcome.ts';

const named: Fields = {
  label: { is: 'text', label: 'link-label' },
  url: { is: 'line', type: 'url' },
};

/** What came of an event, on one page. */
export const OUTCOME_FIELDS: Fields = {
  summary: { is: 'text', lines: 6, required: true, help: 'outcome-summary' },
  attended: { is: 'line', type: 'number' },
  recordings: { is: 'rows', label: 'recording', least: 2, most: 30, fields: named },
  documents: { is: 'rows', label: 'document', help: 'documents', least: 2, most: 30, fields: named },
};

type Answer = { ok: true; body: OutcomeInput } | { ok: false; problems: FieldProblem[] };

/** `base` is the version before, whose fields that the form does not show stay. */
export function readOutcomeForm(typed: TypedValues, langs: Languages, base: Record<string, unknown>): Answer {
  const candidate = withKept(readFields(typed, OUTCOME_FIELDS, langs), OUTCOME_FIELDS, base);
  const parsed = outcomeInput.safeParse(candidate.body);
  return parsed.success
    ? { ok: true, body: parsed.data }
    : { ok: false, problems: fieldProblems(parsed.error, candidate, OUTCOME_FIELDS, langs) };
}
