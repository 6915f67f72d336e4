import type { Migration } from 'kysely/migration';
import * as initial from './0001-practices.ts';

export const migrations: Record<string, Migration> = { 'practices-0001': initial };
