import type { Migration } from 'kysely/migration';
import * as commitments from './0001-commitments.ts';
import * as writing from './0002-writing.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  'commitments-0001': commitments,
  'commitments-0002': writing,
};
