/** Notifications: people follow a thing, a topic or a country, and hear of it by letter, by feed, or by looking. */
import { messagesBeside } from '../../kernel/i18n/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { notificationsApi } from './api.ts';
import { planDigests, SEND, sendDigest } from './commands/send-digest.ts';
import { migrations } from './migrations/index.ts';
import { notificationsRoutes } from './routes.tsx';
import { tables } from './schema.ts';

export const notifications: Module = {
  name: 'notifications',
  messages: messagesBeside(import.meta.url),
  accountPages: [
    {
      label: 'notifications.title',
      about: 'notifications.about',
      path: '/notifications',
      guests: true,
    },
  ],
  routes: notificationsRoutes,
  api: notificationsApi,
  tables,
  migrations,
  jobs: [
    { name: 'notifications.digest', cron: '17 5 * * *', run: planDigests },
    { name: SEND, run: sendDigest },
  ],
};
