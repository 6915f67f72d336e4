import { z } from 'zod';
import { publishRoute, reviseRoute, withdrawRoute } from '../../../kernel/subjects/index.ts';
import type { ApiRoute } from '../../../kernel/web/api-route.ts';
import {
  join,
  publishOutput,
  publishProject,
  publishUpdate,
  putDecision,
  vote,
  writeEntry,
} from '../commands.ts';
import { decisionInput, voteInput } from '../decision.ts';
import { entryInput } from '../entry.ts';
import { membershipInput } from '../membership.ts';
import { outputInput } from '../output.ts';
import { projectInput } from '../project.ts';
import { SUBJECTS } from '../subjects.ts';
import { updateInput } from '../update.ts';

const project = z.url().max(300).describe('Subject of the project at its origin.');

/** What the lead of a project writes, and what a node says that joins it. */
export function projectActs(): readonly ApiRoute[] {
  return [
    publishRoute({
      path: '/projects',
      summary: 'Publish a project that this node leads, and invite partners',
      permission: 'projects.publish',
      body: projectInput,
      run: (kernel, actor, body) => publishProject(kernel, actor, { body }),
    }),
    reviseRoute(SUBJECTS.project, {
      path: '/projects',
      summary: 'Publish the next version of a project; If-Match names the latest record',
      permission: 'projects.publish',
      body: projectInput,
      run: publishProject,
    }),
    withdrawRoute(SUBJECTS.project, '/projects', 'projects.publish', 'Withdraw a project; its ledger stays'),
    publishRoute({
      path: '/project-memberships',
      summary: 'Say that this node joins a project that invites it',
      permission: 'projects.join',
      body: z.object({ project, membership: membershipInput }),
      run: (kernel, actor, body) => join(kernel, actor, { project: body.project, body: body.membership }),
    }),
    withdrawRoute(
      SUBJECTS.membership,
      '/project-memberships',
      'projects.join',
      'Leave a project; what this node contributed stays in its ledger',
    ),
  ];
}

/** What members do together. */
export function memberActs(): readonly ApiRoute[] {
  return [
    publishRoute({
      path: '/project-entries',
      summary: 'Write an entry of this node into the ledger of a project; it is never changed, only reversed',
      permission: 'projects.ledger',
      body: z.object({ project, entry: entryInput }),
      run: (kernel, actor, body) => writeEntry(kernel, actor, { project: body.project, body: body.entry }),
    }),
    publishRoute({
      path: '/project-decisions',
      summary: 'Put a decision to the members of a project',
      permission: 'projects.decide',
      body: z.object({ project, decision: decisionInput }),
      run: (kernel, actor, body) =>
        putDecision(kernel, actor, { project: body.project, body: body.decision }),
    }),
    withdrawRoute(SUBJECTS.decision, '/project-decisions', 'projects.decide', 'Withdraw a decision'),
    publishRoute({
      path: '/project-votes',
      summary: 'Sign an option of a decision; a second time, another one in its place',
      permission: 'projects.decide',
      body: z.object({
        decision: z.url().max(300).describe('Subject of the decision at its origin.'),
        vote: voteInput,
      }),
      run: (kernel, actor, body) => vote(kernel, actor, { decision: body.decision, body: body.vote }),
    }),
    publishRoute({
      path: '/project-outputs',
      summary: 'Say what came of a project and where it is',
      permission: 'projects.publish',
      body: z.object({ project, output: outputInput }),
      run: (kernel, actor, body) =>
        publishOutput(kernel, actor, { project: body.project, body: body.output }),
    }),
    reviseRoute(SUBJECTS.output, {
      path: '/project-outputs',
      summary: 'Publish the next version of an output; If-Match names the latest record',
      permission: 'projects.publish',
      body: outputInput,
      run: publishOutput,
    }),
    withdrawRoute(SUBJECTS.output, '/project-outputs', 'projects.publish', 'Withdraw an output'),
    publishRoute({
      path: '/project-updates',
      summary: 'Say what happened in a project, or that a milestone is done',
      permission: 'projects.publish',
      body: z.object({ project, update: updateInput }),
      run: (kernel, actor, body) =>
        publishUpdate(kernel, actor, { project: body.project, body: body.update }),
    }),
    withdrawRoute(SUBJECTS.update, '/project-updates', 'projects.publish', 'Withdraw an update'),
  ];
}
