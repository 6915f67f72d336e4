import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/database/tables.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { type BodyOf, pathOf, requireLive, type Subject } from '../../../kernel/subjects/index.ts';
import type { OfAlliance } from '../bodies/parts.ts';
import * as kinds from '../kinds.ts';
import { SUBJECTS, type Thing } from '../subjects.ts';
import { asMember, type MemberOf } from './member.ts';

const KINDS: Record<Thing, string> = {
  charter: kinds.CHARTER,
  declaration: kinds.DECLARATION,
  signature: kinds.SIGNATURE,
  handOver: kinds.HAND_OVER,
  chairAnswer: kinds.CHAIR_ANSWER,
  group: kinds.GROUP,
  groupMembership: kinds.GROUP_MEMBERSHIP,
  meeting: kinds.MEETING,
  contribution: kinds.CONTRIBUTION,
};

/** Who may do it: signing and the chair bind the government; the rest reports on its work. */
export const PERMISSIONS: Record<Thing, string> = {
  charter: 'alliances.publish',
  declaration: 'alliances.publish',
  signature: 'alliances.sign',
  handOver: 'alliances.chair',
  chairAnswer: 'alliances.chair',
  group: 'alliances.publish',
  groupMembership: 'alliances.publish',
  meeting: 'alliances.publish',
  contribution: 'alliances.publish',
};

/** A record of the life of an alliance: the first of its subject, or the one after `prev`. */
export interface Draft<Input> {
  /** Entity identifier of the alliance; a revision stays in the one that it is in. */
  alliance?: string;
  id?: string;
  prev?: string;
  body: Input;
}

type Made<Of extends Thing> = Omit<BodyOf<(typeof SUBJECTS)[Of]>, 'alliance'>;

/**
 * Publishes one record as a member of the alliance; `make` looks up what the body names and sees that the act is allowed.
 * @throws NotPermitted, NotFound, NotMember, StalePredecessor
 */
export async function publishAs<Of extends Thing, Input>(
  kernel: Kernel,
  actor: Actor,
  thing: Of,
  { alliance, id = uuidv7(), prev, body }: Draft<Input>,
  make: (member: MemberOf, tx: Tx, body: Input) => Made<Of> | Promise<Made<Of>>,
): Promise<Act> {
  require(actor, PERMISSIONS[thing]);
  const subject = SUBJECTS[thing] as Subject<OfAlliance>;
  return await kernel.database.transaction(async (tx) => {
    const before = prev === undefined ? null : await requireLive(tx, kernel.ownLog, subject, id);
    const member = await asMember(kernel, tx, before?.alliance.id ?? alliance ?? '');
    const made = await make(member, tx, body);
    return await kernel.records.publish(tx, actor, {
      kind: KINDS[thing],
      sub: pathOf(subject, id),
      prev: prev ?? null,
      body: { ...made, alliance: member.alliance },
    });
  });
}
