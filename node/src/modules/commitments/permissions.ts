import type { Thing } from './subjects.ts';

/** Who may write, revise and withdraw what. */
export const PERMISSIONS = {
  plan: 'commitments.publish',
  commitment: 'commitments.publish',
  lead: 'commitments.publish',
  report: 'commitments.report',
  assessment: 'commitments.assess',
  reference: 'commitments.import',
} as const satisfies Record<Thing, string>;
