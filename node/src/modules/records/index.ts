/** One page for every record, and the list of all that stand in our log. */
import { messagesBeside } from '../../kernel/i18n/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { recordPages } from './routes.tsx';

export { recordSentence } from './pages/sentence.tsx';

export const records: Module = {
  name: 'records',
  messages: messagesBeside(import.meta.url),
  navigation: [{ door: 'partners', label: 'records.nav', path: '/log', about: 'records.nav-about' }],
  routes: recordPages,
};
