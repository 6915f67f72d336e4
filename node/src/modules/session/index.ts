/** Logging in, by whatever way: at this node, with the login of a home node, with a staff token; and out again. */
import { messagesBeside } from '../../kernel/i18n/index.ts';
import { sweepSessions } from '../../kernel/identity/index.ts';
import { loginMetadata } from '../../kernel/login/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { methodOf } from './read/ways.ts';
import { sessionPages } from './routes.tsx';

export const session: Module = {
  name: 'session',
  messages: messagesBeside(import.meta.url),
  entityMetadata: loginMetadata,
  accountPages: [
    {
      label: 'session.passkeys.title',
      about: 'session.passkeys.about',
      path: '/login/passkeys',
      guests: false,
      offered: (kernel) => methodOf(kernel, 'passkey') !== undefined,
    },
  ],
  routes: sessionPages,
  jobs: [{ name: 'session.forget-expired', cron: '41 * * * *', run: (kernel) => sweepSessions(kernel) }],
};
