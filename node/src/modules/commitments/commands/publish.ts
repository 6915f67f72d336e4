import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../kernel/database/tables.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { idOf, pathOf, requireLive } from '../../../kernel/subjects/index.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import type { CommitmentInput } from '../commitment.ts';
import { AlreadyLead, NotNamed } from '../error.ts';
import { COMMITMENT, LEAD, PLAN } from '../kinds.ts';
import type { Lead, LeadInput } from '../lead.ts';
import type { PlanInput } from '../plan.ts';
import { commitmentsDb } from '../schema.ts';
import { SUBJECTS } from '../subjects.ts';
import { endOf } from './draft.ts';
import { lookUp, requireSteps } from './look-up.ts';

/** A version of a subject: the first where `prev` is absent, else the one after that record. */
export interface Draft<Body> {
  id?: string;
  prev?: string;
  body: Body;
  /** Id of the draft of the actor's own that it was written in; it ends with the publication. */
  draft?: string | undefined;
}

export async function publishPlan(kernel: Kernel, actor: Actor, draft: Draft<PlanInput>): Promise<Act> {
  require(actor, 'commitments.publish');
  const { id = uuidv7(), prev = null, body } = draft;
  return await kernel.database.transaction(async (tx) => {
    await endOf(tx, actor, draft.draft);
    if (prev !== null) await requireLive(tx, kernel.ownLog, SUBJECTS.plan, id);
    return await kernel.records.publish(tx, actor, {
      kind: PLAN,
      sub: pathOf(SUBJECTS.plan, id),
      prev,
      body,
    });
  });
}

export async function publishCommitment(
  kernel: Kernel,
  actor: Actor,
  draft: Draft<CommitmentInput>,
): Promise<Act> {
  require(actor, 'commitments.publish');
  const { id = uuidv7(), prev = null, body } = draft;
  return await kernel.database.transaction(async (tx) => {
    await endOf(tx, actor, draft.draft);
    if (prev !== null) await requireLive(tx, kernel.ownLog, SUBJECTS.commitment, id);
    await requireOwnPlan(tx, kernel, body.plan);
    return await kernel.records.publish(tx, actor, {
      kind: COMMITMENT,
      sub: pathOf(SUBJECTS.commitment, id),
      prev,
      body,
    });
  });
}

/** Says that this node takes on a commitment of another that names it as lead. */
export async function takeLead(
  kernel: Kernel,
  actor: Actor,
  { commitment, id = uuidv7(), body, draft }: { commitment: string } & Omit<Draft<LeadInput>, 'prev'>,
): Promise<Act> {
  require(actor, 'commitments.publish');
  return await kernel.database.transaction(async (tx) => {
    await endOf(tx, actor, draft);
    const found = await lookUp(kernel, tx, commitment);
    if (found.own || !found.named) throw new NotNamed();
    if (found.leads) throw new AlreadyLead();
    requireSteps(found.body, body.milestones ?? []);
    await requireOwnPlan(tx, kernel, body.plan);
    return await kernel.records.publish<Lead>(tx, actor, {
      kind: LEAD,
      sub: pathOf(SUBJECTS.lead, id),
      body: { ...body, commitment: found.reference },
    });
  });
}

/** A commitment stands in a plan of the node that publishes it. @throws NotFound */
async function requireOwnPlan(tx: Tx, { ownLog, identity }: Kernel, plan: string | undefined): Promise<void> {
  if (plan === undefined) return;
  const id = plan.startsWith(`${identity.origin}/`) ? idOf(SUBJECTS.plan, plan) : null;
  if (id === null) throw new NotFound('plan');
  const row = await commitmentsDb(tx)
    .selectFrom('commitments_plan')
    .select('id')
    .where('log', '=', ownLog)
    .where('id', '=', id)
    .where('state', '=', 'live')
    .executeTakeFirst();
  if (row === undefined) throw new NotFound('plan');
}
