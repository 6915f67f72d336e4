import { subject } from '../../kernel/subjects/index.ts';
import type { Answer, Call } from './call.ts';
import type { Decision, Vote } from './decision.ts';
import type { Entry } from './entry.ts';
import type { Expert } from './expert.ts';
import type { Membership } from './membership.ts';
import type { Output } from './output.ts';
import type { Project } from './project.ts';
import type { Update } from './update.ts';

/** What has an address in this module. */
export const SUBJECTS = {
  project: subject<Project>('project', 'projects_project', '/projects/'),
  membership: subject<Membership>('membership', 'projects_membership', '/projects/memberships/'),
  entry: subject<Entry>('entry', 'projects_entry', '/projects/entries/'),
  decision: subject<Decision>('decision', 'projects_decision', '/projects/decisions/'),
  vote: subject<Vote>('vote', 'projects_vote', '/projects/votes/'),
  output: subject<Output>('output', 'projects_output', '/projects/outputs/'),
  update: subject<Update>('update', 'projects_update', '/projects/updates/'),
  call: subject<Call>('call', 'projects_call', '/projects/calls/'),
  answer: subject<Answer>('answer', 'projects_answer', '/projects/answers/'),
  offer: subject<Expert>('offer', 'projects_offer', '/projects/experts/offers/'),
  request: subject<Expert>('request', 'projects_request', '/projects/experts/requests/'),
} as const;
export type Thing = keyof typeof SUBJECTS;

/** What is said of a project, in a table with its subject in the column `project`. */
export const OF_PROJECT = ['membership', 'entry', 'decision', 'vote', 'output', 'update', 'call'] as const;
export type OfProject = (typeof OF_PROJECT)[number];
