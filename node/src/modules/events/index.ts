/**
 * Events: conferences, workshops, trainings and meetings, with sessions in the zones of those who hold them, series, and
 * what came of them. What is announced and what came of it are records of the host; who registers is private.
 */
import { messagesBeside } from '../../kernel/i18n/messages.ts';
import type { Module } from '../../kernel/module/module.ts';
import { eventsApi } from './api.ts';
import { migrations } from './migrations/index.ts';
import { kinds } from './records.ts';
import { remindJob } from './registration/remind.ts';
import { sendLettersJob } from './registration/send-letters.ts';
import { eventsRoutes } from './routes.tsx';
import { tables } from './tables.ts';

export { publishEvent, publishOutcome, register } from './commands.ts';
export type { EventInput } from './event.ts';
export type { OutcomeInput } from './outcome.ts';

const everything = ['events.publish', 'events.registrations'];

export const events: Module = {
  name: 'events',
  messages: messagesBeside(import.meta.url),
  navigation: [{ door: 'shared-work', label: 'events.nav', path: '/events', about: 'events.nav-about' }],
  routes: eventsRoutes,
  api: eventsApi,
  kinds,
  tables,
  migrations,
  jobs: [remindJob, sendLettersJob],
  permissions: everything,
  roles: { editor: everything, assistant: ['events.registrations'] },
};
