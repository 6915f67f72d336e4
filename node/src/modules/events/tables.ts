import type { TableClass } from '../../kernel/module/module.ts';
import { letterTable, registrationTable } from './registration/personal-data.ts';
import type { EventsTables } from './schema.ts';

const logDerived: TableClass = { kind: 'log-derived' };

export const tables: Record<keyof EventsTables, TableClass> = {
  events_event: logDerived,
  events_occurrence: logDerived,
  events_outcome: logDerived,
  events_registration: registrationTable,
  events_letter: letterTable,
};
