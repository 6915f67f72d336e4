/** The readable side of the REST API: what it offers, its rules, and what each error code means. */
import { messagesBeside } from '../../kernel/i18n/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { sweepIdempotency } from '../../kernel/web/index.ts';
import { apiPages } from './routes.tsx';

export const api: Module = {
  name: 'api',
  messages: messagesBeside(import.meta.url),
  routes: apiPages,
  jobs: [{ name: 'api.forget-keys', cron: '23 * * * *', run: (kernel) => sweepIdempotency(kernel) }],
};
