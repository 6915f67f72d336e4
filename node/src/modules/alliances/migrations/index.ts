import type { Migration } from 'kysely/migration';
import * as life from './0001-life.ts';

export const migrations: Readonly<Record<string, Migration>> = { 'alliances-0001': life };
