/**
 * Commitments: what a government promises, what it says of its own progress, and what others find. The three are records
 * of their authors, in their authors' logs; what follows from them and from the clock is computed, with its reasons.
 */
import { messagesBeside } from '../../kernel/i18n/messages.ts';
import type { Module } from '../../kernel/module/module.ts';
import { commitmentsApi } from './api.ts';
import { registerCommitmentsControl } from './control.ts';
import { checkEvidenceJob } from './evidence/check-evidence.ts';
import { migrations } from './migrations/index.ts';
import { kinds } from './records.ts';
import { commitmentsRoutes } from './routes.tsx';
import { tables } from './tables.ts';

export type { AssessmentInput } from './assessment.ts';
export {
  assess,
  importReference,
  publishCommitment,
  publishPlan,
  report,
  takeLead,
} from './commands.ts';
export type { CommitmentInput } from './commitment.ts';
export type { PlanInput } from './plan.ts';
export type { ReportInput } from './report.ts';

/** Evidence comes in base64, which is a third longer than the file. */
const EVIDENCE = 16 * 1024 * 1024;
const FILE = 64 * 1024 * 1024;

const everything = [
  'commitments.publish',
  'commitments.report',
  'commitments.assess',
  'commitments.import',
  'commitments.moderate',
];

export const commitments: Module = {
  name: 'commitments',
  messages: messagesBeside(import.meta.url),
  navigation: [
    { door: 'commitments', label: 'commitments.nav', path: '/commitments', about: 'commitments.nav-about' },
  ],
  routes: commitmentsRoutes,
  api: commitmentsApi,
  kinds,
  tables,
  migrations,
  jobs: [checkEvidenceJob],
  control: registerCommitmentsControl,
  permissions: everything,
  roles: { editor: everything, assistant: ['commitments.report'] },
  bodyLimits: {
    '/api/v1/commitment-reports': EVIDENCE,
    '/api/v1/commitment-assessments': EVIDENCE,
    '/api/v1/commitment-references': FILE,
    '/api/v1/commitment-waiting': FILE,
    '/commitments/drafts': EVIDENCE,
    '/commitments/import': FILE,
  },
};
