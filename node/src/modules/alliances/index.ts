/** Alliances: what they are for, who belongs to them, and what they let their members do. */
import { messagesBeside } from '../../kernel/i18n/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { alliancePages } from './routes.tsx';

export const alliances: Module = {
  name: 'alliances',
  messages: messagesBeside(import.meta.url),
  navigation: [
    { door: 'partners', label: 'alliances.nav', path: '/alliances', about: 'alliances.nav-about' },
  ],
  routes: alliancePages,
};
