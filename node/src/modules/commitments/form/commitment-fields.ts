import type { Fields, FormTask, RowsOf } from '../../../kernel/forms/index.ts';
import { rowsIn } from '../../../kernel/forms/index.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { LIMITS } from '../commitment.ts';
import { VALUES } from '../vocabulary.ts';
import { linkRows } from './plan-fields.ts';

/** The fields of the OGP's commitment template, in parts. */
const PARTS: readonly FormTask[] = [
  {
    name: 'title',
    fields: {
      title: { is: 'text', required: true, help: 'title' },
      number: { is: 'line', type: 'text', help: 'number' },
      theme: { is: 'text', help: 'theme' },
    },
  },
  {
    name: 'promise',
    fields: {
      problem: { is: 'text', lines: 6, help: 'problem' },
      what: { is: 'text', lines: 6, help: 'what' },
      how: { is: 'text', lines: 5, help: 'how' },
    },
  },
  {
    name: 'values',
    fields: {
      values: { is: 'choice', of: VALUES, words: 'commitments.value', many: true },
      relevance: { is: 'text', lines: 5, help: 'relevance' },
    },
    optional: true,
  },
  {
    name: 'dates',
    fields: {
      plan: { is: 'choice', list: true, help: 'plan' },
      start: { is: 'line', type: 'date', help: 'start' },
      end: { is: 'line', type: 'date', help: 'end' },
      zone: { is: 'choice', list: true, required: true, help: 'zone' },
    },
  },
  {
    name: 'leads',
    fields: {
      leads: { ...organisationRows('lead', 2), required: true, help: 'leads' },
      supporting: { ...organisationRows('supporting', 1) },
    },
  },
  {
    name: 'sorting',
    fields: {
      areas: { is: 'choice', many: true, help: 'areas' },
      sdgs: {
        is: 'choice',
        of: Array.from({ length: 17 }, (_, i) => String(i + 1)),
        words: 'commitments.sdg',
        many: true,
        as: 'number',
      },
    },
    optional: true,
  },
  {
    name: 'more',
    fields: {
      budget: { is: 'text', lines: 3, help: 'budget' },
      consultation: { is: 'line', type: 'url', help: 'consultation' },
      links: linkRows,
    },
    optional: true,
  },
];

function organisationRows(label: string, least: number): RowsOf {
  return {
    is: 'rows',
    label,
    least,
    most: LIMITS.organisations,
    fields: {
      name: { is: 'text', label: 'organisation' },
      url: { is: 'line', type: 'url' },
      node: { is: 'choice', list: true, help: 'node' },
    },
  };
}

const step: Fields = { key: { is: 'line', type: 'text', hidden: true } };

const MILESTONES: RowsOf = {
  is: 'rows',
  label: 'milestone',
  least: 1,
  most: LIMITS.milestones,
  fields: {
    ...step,
    title: { is: 'text', label: 'milestone-title', required: true, help: 'milestone-title' },
    deadline: { is: 'line', type: 'date', help: 'deadline' },
    deadlineText: { is: 'text', label: 'deadline-text', help: 'deadline-text' },
    lead: { is: 'text', label: 'milestone-lead' },
    indicators: {
      is: 'rows',
      label: 'indicator',
      help: 'indicators',
      least: 1,
      most: LIMITS.indicators,
      fields: {
        ...step,
        text: { is: 'text', label: 'indicator-text' },
        baseline: { is: 'line', type: 'number', help: 'baseline' },
        target: { is: 'line', type: 'number' },
        unit: { is: 'text' },
        deadline: { is: 'line', type: 'date' },
        dataset: { is: 'line', type: 'url', help: 'dataset' },
      },
    },
  },
};

/** The parts of writing a commitment: those of the template, and one for each milestone and a further one. */
export function commitmentTasks(typed: TypedValues): FormTask[] {
  const used = rowsIn(typed, 'milestones');
  const next = (used.at(-1) ?? -1) + 1;
  const rows = [...used, ...(next < LIMITS.milestones ? [next] : [])];
  const milestones = rows.map((row) => ({
    name: `milestone-${row + 1}`,
    fields: { milestones: MILESTONES },
    optional: row === next,
    row,
  }));
  return [...PARTS, ...milestones];
}

/** All fields of a commitment at once. */
export const COMMITMENT_FIELDS: Fields = Object.assign({}, ...PARTS.map(({ fields }) => fields), {
  milestones: MILESTONES,
});
