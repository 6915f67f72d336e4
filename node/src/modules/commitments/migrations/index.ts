import type { Migration } from 'kysely/migration';
import * as commitments from './0001-commitments.ts';

export const migrations: Readonly<Record<string, Migration>> = { 'commitments-0001': commitments };
