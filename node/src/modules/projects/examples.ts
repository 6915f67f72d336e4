import type { CallInput } from './call.ts';
import type { DecisionInput } from './decision.ts';
import type { ExpertInput } from './expert.ts';
import type { ProjectInput } from './project.ts';

/** A project and what belongs to it, as tests show them. Countries and figures are made up. */
export const exampleProject = (partners: readonly string[], lead: string): ProjectInput => ({
  title: { source: 'et', et: 'Ühine tõlkemälu', en: 'A shared translation memory' },
  summary: { source: 'en', en: 'Official texts that were translated once are found again by all.' },
  charter: { source: 'en', en: 'Everything that we make is open. Each of us pays for its own people.' },
  partners: partners.map((node) => ({ node, name: new URL(node).host })),
  topics: ['government', 'science'],
  languages: ['en', 'et'],
  start: '2026-01',
  end: '2027-12',
  zone: 'Europe/Tallinn',
  workPackages: [
    { key: 'wp1', title: { source: 'en', en: 'Collecting' }, lead },
    { key: 'wp2', title: { source: 'en', en: 'Search' }, lead: partners[0] ?? lead },
  ],
  milestones: [
    { key: 'm1', title: { source: 'en', en: 'Format agreed' }, deadline: '2026-03-31', workPackage: 'wp1' },
    { key: 'm2', title: { source: 'en', en: 'Search answers' }, deadline: '2026-09', workPackage: 'wp2' },
  ],
});

export const exampleDecision: DecisionInput = {
  title: { source: 'en', en: 'Licence of the data' },
  text: { source: 'en', en: 'Under which licence do we publish?' },
  options: [
    { key: 'cc0', title: { source: 'en', en: 'CC0' } },
    { key: 'cc-by', title: { source: 'en', en: 'CC BY 4.0' } },
  ],
  rule: 'all',
  zone: 'Europe/Tallinn',
};

export const exampleCall: CallInput = {
  title: { source: 'en', en: 'Partners for a fourth language' },
  text: { source: 'en', en: 'We look for an office with official texts in a language that we lack.' },
  topics: ['government'],
  languages: ['en'],
  deadline: '2027-01-31',
  zone: 'Europe/Tallinn',
};

export const exampleExpert: ExpertInput = {
  title: { source: 'en', en: 'Morphology of agglutinating languages' },
  text: { source: 'en', en: 'Two weeks of a computational linguist.' },
  organisation: { name: { source: 'en', en: 'Institute of the Language' } },
  topics: ['science'],
  languages: ['en', 'et'],
  zone: 'Europe/Tallinn',
};
