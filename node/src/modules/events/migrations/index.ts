import type { Migration } from 'kysely/migration';
import * as events0001 from './0001-events.ts';

export const migrations: Readonly<Record<string, Migration>> = { 'events-0001': events0001 };
