import type { Migration } from 'kysely/migration';
import * as initial from './0001-notifications.ts';

export const migrations: Record<string, Migration> = { 'notifications-0001': initial };
