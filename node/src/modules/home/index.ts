/** The node's front page, the pages behind the doors, and what the footer links to. */
import { messagesBeside } from '../../kernel/i18n/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { homeRoutes } from './routes.tsx';

export const home: Module = {
  name: 'home',
  messages: messagesBeside(import.meta.url),
  routes: homeRoutes,
};
