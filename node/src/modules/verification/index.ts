/** How anybody can check what this node and its partners publish. */
import { messagesBeside } from '../../kernel/i18n/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { verificationPages } from './routes.tsx';

export const verification: Module = {
  name: 'verification',
  messages: messagesBeside(import.meta.url),
  navigation: [
    {
      door: 'partners',
      label: 'ui.foot.checking',
      path: '/how-checking-works',
      about: 'verification.nav-about',
    },
  ],
  routes: verificationPages,
};
