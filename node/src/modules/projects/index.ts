/**
 * Joint projects: what governments do together, who takes part, what each puts in, and what came of it. Everything is the
 * word of the node that says it; the ledger, the members and the decisions are what follows from all of it.
 */
import { messagesBeside } from '../../kernel/i18n/messages.ts';
import type { Module } from '../../kernel/module/module.ts';
import { projectsApi } from './api.ts';
import { migrations } from './migrations/index.ts';
import { kinds } from './records.ts';
import { projectsRoutes } from './routes.tsx';
import { tables } from './schema.ts';

export type { AnswerInput, CallInput } from './call.ts';
export {
  answerCall,
  join,
  publishCall,
  publishExpert,
  publishOutput,
  publishProject,
  publishUpdate,
  putDecision,
  vote,
  writeEntry,
} from './commands.ts';
export type { DecisionInput, VoteInput } from './decision.ts';
export type { EntryInput } from './entry.ts';
export type { ExpertInput } from './expert.ts';
export type { MembershipInput } from './membership.ts';
export type { OutputInput } from './output.ts';
export type { ProjectInput } from './project.ts';
export type { UpdateInput } from './update.ts';

const everything = ['projects.publish', 'projects.join', 'projects.ledger', 'projects.decide'];

export const projects: Module = {
  name: 'projects',
  messages: messagesBeside(import.meta.url),
  navigation: [
    { door: 'shared-work', label: 'projects.nav', path: '/projects', about: 'projects.nav-about' },
  ],
  routes: projectsRoutes,
  api: projectsApi,
  kinds,
  tables,
  migrations,
  permissions: everything,
  roles: { editor: everything, assistant: ['projects.publish'] },
};
