/** Logging in with a staff token, and out again. */
import { messagesBeside } from '../../kernel/i18n/index.ts';
import { sweepSessions } from '../../kernel/identity/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { sessionPages } from './routes.tsx';

export const session: Module = {
  name: 'session',
  messages: messagesBeside(import.meta.url),
  routes: sessionPages,
  jobs: [{ name: 'session.forget-expired', cron: '41 * * * *', run: (kernel) => sweepSessions(kernel) }],
};
