import { subject } from '../../kernel/subjects/index.ts';
import type { Adoption } from './adoption.ts';
import type { Practice } from './practice.ts';

/** What has an address in this module. */
export const SUBJECTS = {
  practice: subject<Practice>('practice', 'practices_practice', '/practices/'),
  adoption: subject<Adoption>('adoption', 'practices_adoption', '/practices/adoptions/'),
} as const;
