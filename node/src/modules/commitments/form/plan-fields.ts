import type { FormTask, RowsOf } from '../../../kernel/forms/index.ts';
import { PROGRAMMES } from '../vocabulary.ts';

/** Addresses with a name for people. */
export const linkRows: RowsOf = {
  is: 'rows',
  least: 2,
  most: 20,
  fields: { label: { is: 'text', label: 'link-label' }, url: { is: 'line', type: 'url' } },
};

export const NOTE: FormTask = {
  name: 'note',
  fields: { note: { is: 'text', lines: 2, help: 'note' } },
  optional: true,
};

/** The parts of writing a plan. */
export const PLAN_TASKS: readonly FormTask[] = [
  {
    name: 'plan-title',
    fields: {
      title: { is: 'text', required: true, help: 'plan-title' },
      summary: { is: 'text', lines: 4, help: 'plan-summary' },
    },
  },
  {
    name: 'plan-period',
    fields: {
      programme: { is: 'choice', of: PROGRAMMES, words: 'commitments.programme', required: true },
      number: { is: 'line', type: 'number', label: 'plan-number', help: 'plan-number' },
      start: { is: 'line', type: 'date', help: 'start' },
      end: { is: 'line', type: 'date', help: 'end' },
    },
  },
  {
    name: 'cocreation',
    fields: {
      cocreation: { is: 'text', lines: 6, help: 'cocreation' },
      cocreationEvidence: { ...linkRows, label: 'cocreation-evidence' },
    },
    optional: true,
  },
  { name: 'links', fields: { links: linkRows }, optional: true },
];
