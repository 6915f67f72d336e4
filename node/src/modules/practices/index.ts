/**
 * The exchange of practices: what one government did, told so that another can judge whether to do the same, and who
 * did. A practice is a record of its author; an adoption is a record of its adopter; the chain between them is read
 * from all logs that this node holds.
 */
import { messagesBeside } from '../../kernel/i18n/messages.ts';
import type { Module } from '../../kernel/module/module.ts';
import { practicesApi } from './api.ts';
import { migrations } from './migrations/index.ts';
import { kinds } from './records.ts';
import { practicesRoutes } from './routes.tsx';
import { tables } from './schema.ts';

export type { Adoption, AdoptionInput } from './adoption.ts';
export {
  adopt,
  importPractices,
  publishPractice,
  reviseAdoption,
  revisePractice,
  withdrawAdoption,
  withdrawPractice,
} from './commands.ts';
export { ADOPTION, PRACTICE } from './kinds.ts';
export type { Practice, PracticeInput } from './practice.ts';
export { adoptionsAmong, practicesOf } from './read/shared.ts';
export { word as practiceWord } from './words.ts';

const LARGE_BODY = 16 * 1024 * 1024;

export const practices: Module = {
  name: 'practices',
  messages: messagesBeside(import.meta.url),
  navigation: [
    { door: 'shared-work', label: 'practices.nav', path: '/practices', about: 'practices.nav-about' },
  ],
  routes: practicesRoutes,
  api: practicesApi,
  kinds,
  tables,
  migrations,
  permissions: [
    'practices.publish',
    'practices.revise',
    'practices.withdraw',
    'practices.adopt',
    'practices.import',
  ],
  roles: {
    editor: [
      'practices.publish',
      'practices.revise',
      'practices.withdraw',
      'practices.adopt',
      'practices.import',
    ],
    assistant: ['practices.publish', 'practices.revise'],
  },
  bodyLimits: { '/practices/import': LARGE_BODY, '/api/v1/practices/import': LARGE_BODY },
};
