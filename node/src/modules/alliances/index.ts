/**
 * Alliances: who belongs to them, what binds their members, who has the chair, and what they do together. Founding, joining
 * and leaving are acts of the kernel; everything else is a record in the log of the member that acts, and counts because
 * that member belonged to the alliance then.
 */
import { messagesBeside } from '../../kernel/i18n/index.ts';
import type { Module } from '../../kernel/module/module.ts';
import { alliancesApi } from './api.ts';
import { migrations } from './migrations/index.ts';
import { recordKinds } from './records.ts';
import { alliancesRoutes } from './routes.tsx';
import { tables } from './schema.ts';

export type { CharterInput } from './bodies/charter.ts';
export type { ContributionInput } from './bodies/contribution.ts';
export type { DeclarationInput } from './bodies/declaration.ts';
export type { GroupInput } from './bodies/group.ts';
export type { MeetingInput } from './bodies/meeting.ts';

export const alliances: Module = {
  name: 'alliances',
  messages: messagesBeside(import.meta.url),
  navigation: [
    { door: 'partners', label: 'alliances.nav', path: '/alliances', about: 'alliances.nav-about' },
  ],
  routes: alliancesRoutes,
  api: alliancesApi,
  kinds: recordKinds,
  tables,
  migrations,
  // Signing and the chair bind the government: administrators do that, or whoever they give the permission to.
  permissions: ['alliances.publish', 'alliances.sign', 'alliances.chair'],
  roles: { editor: ['alliances.publish'] },
};
