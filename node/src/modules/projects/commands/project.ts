import { v7 as uuidv7 } from 'uuid';
import { endDraft } from '../../../kernel/drafts/index.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { pathOf, requireLive } from '../../../kernel/subjects/index.ts';
import { membersOf } from '../computed/members.ts';
import { AlreadyMember, NotInvited } from '../error.ts';
import { MEMBERSHIP, PROJECT, PROJECT_FORM } from '../kinds.ts';
import type { Membership, MembershipInput } from '../membership.ts';
import type { ProjectInput } from '../project.ts';
import { SUBJECTS } from '../subjects.ts';
import { lookUpProject } from './look-up.ts';

/** A version of a subject: the first where `prev` is absent or null, else the one after that record. */
export interface Version<Body> {
  id?: string;
  prev?: string | null;
  body: Body;
}

/** Publishes a project that this node leads, or its next version; ends the draft that it came of. */
export async function publishProject(
  kernel: Kernel,
  actor: Actor,
  { id = uuidv7(), prev = null, draft, body }: Version<ProjectInput> & { draft?: string },
): Promise<Act> {
  require(actor, 'projects.publish');
  return await kernel.database.transaction(async (tx) => {
    if (draft !== undefined) await endDraft(tx, actor, { form: PROJECT_FORM, id: draft });
    if (prev !== null) await requireLive(tx, kernel.ownLog, SUBJECTS.project, id);
    return await kernel.records.publish(tx, actor, {
      kind: PROJECT,
      sub: pathOf(SUBJECTS.project, id),
      prev,
      body,
    });
  });
}

/** Says that this node joins a project that invites it. */
export async function join(
  kernel: Kernel,
  actor: Actor,
  { id = uuidv7(), project, body }: { id?: string; project: string; body: MembershipInput },
): Promise<Act> {
  require(actor, 'projects.join');
  return await kernel.database.transaction(async (tx) => {
    const { reference, facts } = await lookUpProject(kernel, tx, project);
    const own = kernel.identity.origin;
    const state = membersOf(facts).find(({ node }) => node === own)?.state;
    if (state === 'lead' || state === 'member') throw new AlreadyMember();
    if (!facts.listed.includes(own)) throw new NotInvited();
    return await kernel.records.publish<Membership>(tx, actor, {
      kind: MEMBERSHIP,
      sub: pathOf(SUBJECTS.membership, id),
      body: { ...body, project: reference },
    });
  });
}
