import { z } from 'zod';
import type { Actor } from '../../../kernel/identity/actor.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { pathOf, withdrawRoute } from '../../../kernel/subjects/index.ts';
import { actSchema } from '../../../kernel/web/api/schemas.ts';
import { madeAct, ownParams, revising } from '../../../kernel/web/api/subjects.ts';
import { type ApiRoute, apiWrite } from '../../../kernel/web/api-route.ts';
import { chairAnswerInput, handOverInput } from '../bodies/chair.ts';
import { charterInput } from '../bodies/charter.ts';
import { contributionInput } from '../bodies/contribution.ts';
import { declarationInput } from '../bodies/declaration.ts';
import { groupInput, groupMembershipInput } from '../bodies/group.ts';
import { meetingInput } from '../bodies/meeting.ts';
import { signatureInput } from '../bodies/signature.ts';
import {
  answerChair,
  contribute,
  type Draft,
  handOverChair,
  joinGroup,
  PERMISSIONS,
  proposeDeclaration,
  publishCharter,
  publishGroup,
  publishMeeting,
  sign,
} from '../commands.ts';
import { SUBJECTS, type Thing } from '../subjects.ts';

const address = z.url().max(300);
const alliance = address.describe('Entity identifier of the alliance.');

type Command<Input> = (kernel: Kernel, actor: Actor, draft: Draft<Input>) => Promise<Act>;

/** Acts of this node as a member. The body names the alliance, and what is said beside it. */
export function actRoutes(): readonly ApiRoute[] {
  return [
    making(
      'charter',
      '/alliance-charters',
      'Publish the text of a charter, as chair or host',
      charterInput,
      publishCharter,
    ),
    making(
      'declaration',
      '/alliance-declarations',
      'Propose a joint declaration',
      declarationInput,
      proposeDeclaration,
    ),
    making(
      'handOver',
      '/alliance-chairs',
      'Offer the chair to the next in the order',
      handOverInput,
      handOverChair,
    ),
    making('group', '/alliance-groups', 'Begin a thematic group', groupInput, publishGroup),
    making('meeting', '/alliance-meetings', 'Announce a meeting', meetingInput, publishMeeting),
    making(
      'contribution',
      '/alliance-contributions',
      'Say what this node gave',
      contributionInput,
      contribute,
    ),
    apiWrite({
      method: 'post',
      path: '/alliance-signatures',
      summary: 'Sign a charter or a declaration, word for word',
      permission: PERMISSIONS.signature,
      body: z.object({
        alliance,
        of: z.enum(['charter', 'declaration']),
        text: z.object({
          sub: address.describe('Its subject.'),
          jti: z.uuid().describe('The record of it that was read.'),
        }),
        signature: signatureInput,
      }),
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, body: { signature, text, ...rest } }) =>
        sign(kernel, actor, { ...rest, ...text, body: signature }),
      answer: madeAct,
    }),
    apiWrite({
      method: 'post',
      path: '/alliance-chair-answers',
      summary: 'Take the chair that is offered to this node, or decline it',
      permission: PERMISSIONS.chairAnswer,
      body: z.object({
        alliance,
        handOver: address.describe('Subject of the offer.'),
        answer: chairAnswerInput,
      }),
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, body: { answer, ...rest } }) =>
        answerChair(kernel, actor, { ...rest, body: answer }),
      answer: madeAct,
    }),
    apiWrite({
      method: 'post',
      path: '/alliance-group-memberships',
      summary: 'Take part in a thematic group',
      permission: PERMISSIONS.groupMembership,
      body: z.object({
        alliance,
        group: address.describe('Subject of the group.'),
        membership: groupMembershipInput,
      }),
      result: actSchema,
      shape: 'act',
      run: (kernel, { actor, body: { membership, ...rest } }) =>
        joinGroup(kernel, actor, { ...rest, body: membership }),
      answer: madeAct,
    }),
    changing(
      'group',
      '/alliance-groups',
      'Say anew what a group is; If-Match names the latest record',
      groupInput,
      publishGroup,
    ),
    changing(
      'meeting',
      '/alliance-meetings',
      'Publish the next version of a meeting, with what came of it; If-Match names the latest record',
      meetingInput,
      publishMeeting,
    ),
    changing(
      'contribution',
      '/alliance-contributions',
      'Publish the next version of a contribution; If-Match names the latest record',
      contributionInput,
      contribute,
    ),
    taking('charter', '/alliance-charters', 'Withdraw a charter that was not adopted'),
    taking('declaration', '/alliance-declarations', 'Withdraw a declaration; one that was adopted stays so'),
    taking('signature', '/alliance-signatures', 'Withdraw a signature'),
    taking('handOver', '/alliance-chairs', 'Take an offer of the chair back'),
    taking('group', '/alliance-groups', 'Withdraw a group'),
    taking('groupMembership', '/alliance-group-memberships', 'Leave a group'),
    taking('meeting', '/alliance-meetings', 'Withdraw a meeting'),
    taking('contribution', '/alliance-contributions', 'Withdraw a contribution'),
  ];
}

function making<Input>(
  thing: Thing,
  path: string,
  summary: string,
  input: z.ZodType<Input>,
  command: Command<Input>,
): ApiRoute {
  return apiWrite({
    method: 'post',
    path,
    summary,
    permission: PERMISSIONS[thing],
    body: z.object({ alliance, body: input }),
    result: actSchema,
    shape: 'act',
    run: (kernel, { actor, body }) => command(kernel, actor, body),
    answer: madeAct,
  });
}

function changing<Input>(
  thing: Thing,
  path: string,
  summary: string,
  input: z.ZodType<Input>,
  command: Command<Input>,
): ApiRoute {
  return apiWrite({
    method: 'put',
    path: `${path}/self/{id}`,
    summary,
    permission: PERMISSIONS[thing],
    params: ownParams,
    body: input,
    result: actSchema,
    shape: 'act',
    run: (kernel, { actor, params: { id }, body, ifMatch }) =>
      revising(kernel, pathOf(SUBJECTS[thing], id), ifMatch, (prev) =>
        command(kernel, actor, { id, prev, body }),
      ),
    answer: madeAct,
  });
}

function taking(thing: Thing, path: string, summary: string): ApiRoute {
  return withdrawRoute(SUBJECTS[thing], path, PERMISSIONS[thing], summary);
}
