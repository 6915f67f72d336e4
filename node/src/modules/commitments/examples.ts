import type { AssessmentInput } from './assessment.ts';
import type { CommitmentInput } from './commitment.ts';
import type { PlanInput } from './plan.ts';
import type { ReportInput } from './report.ts';

/** A plan, a commitment, a claim and a finding, as tests show them. Countries and figures are made up. */
export const examplePlan: PlanInput = {
  title: { source: 'et', et: 'Avatud valitsuse kava 2026–2028', en: 'Open government plan 2026–2028' },
  programme: 'ogp',
  number: 5,
  start: '2026',
  end: '2028',
};

export const exampleCommitment: CommitmentInput = {
  title: { source: 'et', et: 'Iga hange avaandmetena', en: 'Every public contract as open data' },
  number: '3',
  start: '2026-01',
  end: '2026-10',
  zone: 'Europe/Tallinn',
  leads: [{ name: { source: 'en', en: 'Ministry of Finance' } }],
  problem: { source: 'en', en: 'Contracts below the threshold are published as scans.' },
  what: { source: 'en', en: 'All contracts are published within a week, in one format.' },
  values: ['transparency', 'accountability'],
  areas: ['public-procurement', 'open-data'],
  sdgs: [16],
  milestones: [
    {
      key: 'portal',
      title: { source: 'en', en: 'The portal is open' },
      deadline: '2026-06-30',
      indicators: [
        {
          key: 'share',
          text: { source: 'en', en: 'Contracts published within a week' },
          baseline: 20,
          target: 100,
          unit: { source: 'en', en: '%' },
          deadline: '2026-10',
        },
      ],
    },
    { key: 'law', title: { source: 'en', en: 'The law is in force' }, deadline: '2026-09' },
  ],
};

export const exampleReport: ReportInput = {
  period: '2026-09',
  status: 'complete',
  progress: { source: 'en', en: 'The portal is open, and 60 of 100 contracts are on it within a week.' },
  milestones: [
    { key: 'portal', status: 'complete' },
    { key: 'share', status: 'substantial', value: 60 },
    { key: 'law', status: 'complete' },
  ],
};

export const exampleAssessment: AssessmentInput = {
  assessor: { name: { source: 'en', en: 'Court of Audit of Montaluz' } },
  codes: {
    scheme: 'irm-2015',
    specificity: 'high',
    relevant: true,
    impact: 'transformative',
    completion: 'limited',
  },
  reasoning: { source: 'en', en: 'The portal answers, and holds a third of the contracts.' },
  milestones: [
    { key: 'portal', completion: 'complete' },
    { key: 'law', completion: 'not-started' },
  ],
};
