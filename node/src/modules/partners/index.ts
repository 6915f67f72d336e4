/** Whom this node follows and is followed by: what it knows of each partner's log, and what it does when one fails. */
import { messagesBeside } from '../../kernel/i18n/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { partnerPages } from './routes.tsx';

export { DecisionSteps } from './pages/decision-steps.tsx';

export const partners: Module = {
  name: 'partners',
  messages: messagesBeside(import.meta.url),
  navigation: [{ door: 'partners', label: 'partners.nav', path: '/partners', about: 'partners.nav-about' }],
  routes: partnerPages,
};
