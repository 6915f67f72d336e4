/** One search over everything that this node and its partners have published. */
import { messagesBeside } from '../../kernel/i18n/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { searchPages } from './routes.tsx';

export const search: Module = {
  name: 'search',
  messages: messagesBeside(import.meta.url),
  routes: searchPages,
};
