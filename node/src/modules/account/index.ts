/** What is a person's own: where they are logged in, what they published, their data, and the way out. */
import { messagesBeside } from '../../kernel/i18n/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { accountRoutes } from './routes.tsx';

export const account: Module = {
  name: 'account',
  messages: messagesBeside(import.meta.url),
  accountPages: [
    {
      label: 'account.receipts.title',
      about: 'account.receipts.about',
      path: '/account/receipts',
      guests: true,
    },
  ],
  routes: accountRoutes,
};
