import type { Fields, FormTask, RowsOf } from '../../../kernel/forms/index.ts';
import { value } from '../../../kernel/forms/index.ts';
import type { TypedValues } from '../../../kernel/web/form.ts';
import { REPORT_LIMITS } from '../report.ts';
import { IMPACT, OPENED, POTENTIAL, RESULTS, SCHEMES, SPECIFICITY } from '../schemes.ts';
import { FINDINGS, STATUSES } from '../vocabulary.ts';
import { linkRows } from './plan-fields.ts';

const key = { is: 'line', type: 'text', hidden: true } as const;

const evidence: RowsOf = {
  is: 'rows',
  least: 2,
  most: REPORT_LIMITS.evidence,
  help: 'evidence',
  fields: {
    label: { is: 'text', label: 'evidence-label' },
    url: { is: 'line', type: 'url', help: 'evidence-url' },
    file: { is: 'file', help: 'evidence-file' },
  },
};

/** The parts of a status report. */
export const REPORT_TASKS: readonly FormTask[] = [
  {
    name: 'claim',
    fields: {
      period: { is: 'line', type: 'date', required: true, help: 'period' },
      status: { is: 'choice', of: STATUSES, words: 'commitments.status', required: true, help: 'status' },
      progress: { is: 'text', lines: 6, required: true, help: 'progress' },
      challenges: { is: 'text', lines: 4, help: 'challenges' },
    },
  },
  {
    name: 'steps',
    fields: {
      milestones: {
        is: 'rows',
        label: 'step',
        least: 0,
        most: REPORT_LIMITS.steps,
        fields: {
          key,
          status: {
            is: 'choice',
            of: STATUSES,
            words: 'commitments.status',
            list: true,
            label: 'step-status',
          },
          value: { is: 'line', type: 'number', help: 'value' },
          progress: { is: 'text', lines: 2, label: 'step-progress' },
        },
      },
    },
    optional: true,
  },
  { name: 'evidence', fields: { evidence, links: linkRows }, optional: true },
];

const completion = { is: 'choice', of: FINDINGS, words: 'commitments.status', required: true } as const;

const CODES: Readonly<Record<(typeof SCHEMES)[number], Fields>> = {
  'irm-2021': {
    'codes.verifiable': { is: 'choice', as: 'boolean', required: true, help: 'verifiable' },
    'codes.lens': { is: 'choice', as: 'boolean', required: true, help: 'lens' },
    'codes.potential': { is: 'choice', of: POTENTIAL, words: 'commitments.code', required: true },
    'codes.completion': completion,
    'codes.results': { is: 'choice', of: RESULTS, words: 'commitments.code', help: 'results' },
  },
  'irm-2015': {
    'codes.specificity': { is: 'choice', of: SPECIFICITY, words: 'commitments.code', required: true },
    'codes.relevant': { is: 'choice', as: 'boolean', required: true, help: 'relevant' },
    'codes.impact': { is: 'choice', of: IMPACT, words: 'commitments.code', required: true },
    'codes.completion': completion,
    'codes.opened': { is: 'choice', of: OPENED, words: 'commitments.code', help: 'opened' },
  },
  'star-2016': {
    'codes.specificity': { is: 'choice', of: SPECIFICITY, words: 'commitments.code', required: true },
    'codes.relevant': { is: 'choice', as: 'boolean', required: true, help: 'relevant' },
    'codes.impact': { is: 'choice', of: IMPACT, words: 'commitments.code', required: true },
    'codes.completion': completion,
  },
};

/** The parts of an assessment; its codes are those of the scheme that was chosen. */
export function assessmentTasks(typed: TypedValues): FormTask[] {
  const scheme = SCHEMES.find((one) => one === value(typed, 'codes.scheme'));
  return [
    {
      name: 'assessor',
      fields: {
        'assessor.name': { is: 'text', label: 'assessor', required: true, help: 'assessor' },
        'assessor.url': { is: 'line', type: 'url' },
        report: { is: 'choice', list: true, help: 'report' },
        'codes.scheme': {
          is: 'choice',
          of: SCHEMES,
          words: 'commitments.scheme',
          required: true,
          help: 'scheme',
        },
      },
    },
    ...(scheme === undefined ? [] : [{ name: 'codes', fields: CODES[scheme] }]),
    {
      name: 'reasoning',
      fields: { reasoning: { is: 'text', lines: 8, required: true, help: 'reasoning' } },
    },
    {
      name: 'found-steps',
      fields: {
        milestones: {
          is: 'rows',
          label: 'step',
          least: 0,
          most: REPORT_LIMITS.steps,
          fields: {
            key,
            completion: { ...completion, required: false, list: true, label: 'step-found' },
            reason: { is: 'text', lines: 2, label: 'step-reason' },
          },
        },
      },
      optional: true,
    },
    { name: 'evidence', fields: { evidence }, optional: true },
  ];
}

/** Saying that one leads a commitment of another too. */
export const LEAD_TASKS: readonly FormTask[] = [
  {
    name: 'part',
    fields: {
      part: { is: 'text', lines: 4, help: 'part' },
      milestones: { is: 'choice', many: true, label: 'lead-milestones', help: 'lead-milestones' },
      plan: { is: 'choice', list: true, help: 'lead-plan' },
    },
  },
];
