/** Those who work at this node: who may do what, who invited whom, which acts wait for a second person, and who did what. */
import { messagesBeside } from '../../kernel/i18n/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { staffRoutes } from './routes.tsx';

export const staff: Module = {
  name: 'staff',
  messages: messagesBeside(import.meta.url),
  routes: staffRoutes,
};
