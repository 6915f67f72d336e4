import type { Migration } from 'kysely/migration';
import * as projects from './0001-projects.ts';

export const migrations: Readonly<Record<string, Migration>> = { 'projects-0001': projects };
