import type { Actor } from '../../../kernel/identity/actor.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import type { ContributionInput } from '../bodies/contribution.ts';
import type { GroupInput, GroupMembershipInput } from '../bodies/group.ts';
import type { MeetingInput } from '../bodies/meeting.ts';
import { AlreadyInGroup, NotMember, UnknownSubject } from '../error.ts';
import { isMemberAt } from '../life/members.ts';
import type { GroupLife } from '../read/life.ts';
import type { MemberOf } from './member.ts';
import { type Draft, publishAs } from './publish.ts';
import { referenceTo } from './subject-at.ts';

/** Begins a thematic group, or says anew what it is. Leads are members of the alliance. @throws NotMember */
export async function publishGroup(kernel: Kernel, actor: Actor, draft: Draft<GroupInput>): Promise<Act> {
  return await publishAs(kernel, actor, 'group', draft, (member, _tx, { leads, ...body }) => {
    const { life, now, snapshot } = member;
    if (!leads.every((node) => isMemberAt(life.periods, node, now))) throw new NotMember();
    return { ...body, leads: [...new Set(leads)].map(snapshot) };
  });
}

export interface Joining extends Draft<GroupMembershipInput> {
  /** Subject of the group. */
  group: string;
}

/** Takes part in a thematic group. @throws UnknownSubject, AlreadyInGroup */
export async function joinGroup(kernel: Kernel, actor: Actor, { group, ...draft }: Joining): Promise<Act> {
  return await publishAs(kernel, actor, 'groupMembership', draft, (member, _tx, body) => {
    const found = groupAt(member, group);
    if (found.members.some(({ own }) => own)) throw new AlreadyInGroup();
    return { ...body, group: groupReference(member, found) };
  });
}

/** Announces a meeting, or says what came of it. @throws UnknownSubject */
export async function publishMeeting(kernel: Kernel, actor: Actor, draft: Draft<MeetingInput>): Promise<Act> {
  return await publishAs(kernel, actor, 'meeting', draft, (member, _tx, { group, ...body }) => ({
    ...body,
    ...(group !== undefined && { group: groupReference(member, groupAt(member, group)) }),
  }));
}

/** Says what this node gave to the alliance. @throws UnknownSubject */
export async function contribute(
  kernel: Kernel,
  actor: Actor,
  draft: Draft<ContributionInput>,
): Promise<Act> {
  return await publishAs(
    kernel,
    actor,
    'contribution',
    draft,
    async (member, tx, { about, group, ...body }) => ({
      ...body,
      ...(about !== undefined && { about: await referenceTo(kernel, tx, member, about) }),
      ...(group !== undefined && { group: groupReference(member, groupAt(member, group)) }),
    }),
  );
}

function groupAt({ life }: MemberOf, sub: string): GroupLife {
  const found = life.groups.find(({ row }) => row.sub === sub);
  if (found === undefined) throw new UnknownSubject();
  return found;
}

function groupReference({ snapshot }: MemberOf, { row: { sub, jti, body, node } }: GroupLife) {
  return { sub, jti, title: body.title, origin: snapshot(node) };
}
