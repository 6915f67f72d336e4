import type { Written } from './forms.ts';

type Body = Record<string, unknown>;

/** Fields of each body that people read, in their order: what a list of changes goes through. */
export const COMPARED: Readonly<Record<Written, readonly string[]>> = {
  plan: [
    'title',
    'summary',
    'programme',
    'number',
    'start',
    'end',
    'cocreation',
    'cocreationEvidence',
    'links',
  ],
  commitment: [
    'title',
    'number',
    'theme',
    'problem',
    'what',
    'how',
    'values',
    'relevance',
    'plan',
    'start',
    'end',
    'zone',
    'leads',
    'supporting',
    'milestones',
    'indicators',
    'areas',
    'sdgs',
    'budget',
    'consultation',
    'links',
  ],
  lead: ['part', 'milestones', 'plan'],
  report: ['period', 'status', 'progress', 'challenges', 'milestones', 'evidence', 'links'],
  assessment: ['assessor', 'codes', 'reasoning', 'milestones', 'evidence'],
};

/** A body as it is compared: what lies in rows as lists of its own, without what a file of others said besides. */
export function compared(thing: Written, body: Body): Body {
  const milestones = (body.milestones ?? []) as Body[];
  switch (thing) {
    case 'commitment':
      return {
        ...body,
        milestones: milestones.map((one) => chosen(one, ['title', 'deadline', 'deadlineText', 'lead'])),
        indicators: milestones
          .flatMap(({ indicators }) => (indicators ?? []) as Body[])
          .map((one) => chosen(one, ['text', 'baseline', 'target', 'unit', 'deadline', 'dataset'])),
      };
    case 'assessment':
      return {
        ...body,
        assessor: [(body.assessor as Body | undefined)?.name],
        codes: Object.entries((body.codes ?? {}) as Body).map(([name, code]) => `${name}: ${code}`),
      };
    default:
      return body;
  }
}

function chosen(row: Body, names: readonly string[]): Body {
  return Object.fromEntries(names.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])));
}
