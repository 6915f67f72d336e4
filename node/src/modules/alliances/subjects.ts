import { type Subject, subject } from '../../kernel/subjects/index.ts';
import type { ChairAnswer, HandOver } from './bodies/chair.ts';
import type { Charter } from './bodies/charter.ts';
import type { Contribution } from './bodies/contribution.ts';
import type { Declaration } from './bodies/declaration.ts';
import type { Group, GroupMembership } from './bodies/group.ts';
import type { Meeting } from './bodies/meeting.ts';
import type { Signature } from './bodies/signature.ts';

/**
 * What has an address in this module. An alliance itself is `/alliances/<slug>`; as no page below an alliance is named by a
 * UUID, an alliance that is called `groups` is in nobody's way.
 */
export const SUBJECTS = {
  charter: subject<Charter>('charter', 'alliances_charter', '/alliances/charters/'),
  declaration: subject<Declaration>('declaration', 'alliances_declaration', '/alliances/declarations/'),
  signature: subject<Signature>('signature', 'alliances_signature', '/alliances/signatures/'),
  handOver: subject<HandOver>('hand-over', 'alliances_hand_over', '/alliances/hand-overs/'),
  chairAnswer: subject<ChairAnswer>('chair answer', 'alliances_chair_answer', '/alliances/chair-answers/'),
  group: subject<Group>('group', 'alliances_group', '/alliances/groups/'),
  groupMembership: subject<GroupMembership>(
    'group membership',
    'alliances_group_membership',
    '/alliances/group-memberships/',
  ),
  meeting: subject<Meeting>('meeting', 'alliances_meeting', '/alliances/meetings/'),
  contribution: subject<Contribution>('contribution', 'alliances_contribution', '/alliances/contributions/'),
} as const;
export type Thing = keyof typeof SUBJECTS;
export const THINGS = Object.keys(SUBJECTS) as Thing[];

/** Texts that others sign, and words that others answer: what was signed must not change. */
export type Fixed = 'charter' | 'declaration' | 'signature' | 'handOver' | 'chairAnswer' | 'groupMembership';

/** Which subject an address is of; null where it is of none. */
export function thingOf(sub: string): { thing: Thing; subject: Subject } | null {
  const path = URL.parse(sub)?.pathname ?? '';
  const thing = THINGS.find((one) => path.startsWith(SUBJECTS[one].path));
  return thing === undefined ? null : { thing, subject: SUBJECTS[thing] };
}
