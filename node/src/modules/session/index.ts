/** Logging in, by whatever way: at this node, with the login of a home node, with a staff token; and out again. */
import { messagesBeside } from '../../kernel/i18n/index.ts';
import { sweepSessions } from '../../kernel/identity/index.ts';
import { loginMetadata } from '../../kernel/login/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { sessionPages } from './routes.tsx';

export const session: Module = {
  name: 'session',
  messages: messagesBeside(import.meta.url),
  entityMetadata: loginMetadata,
  routes: sessionPages,
  jobs: [{ name: 'session.forget-expired', cron: '41 * * * *', run: (kernel) => sweepSessions(kernel) }],
};
