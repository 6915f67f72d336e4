import { v7 as uuidv7 } from 'uuid';
import { endOfDay } from '../../../kernel/calendar/day.ts';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { pathOf, requireLive } from '../../../kernel/subjects/index.ts';
import type { Answer, AnswerInput, Call, CallInput } from '../call.ts';
import { AlreadyAnswered, CallClosed, OwnCall } from '../error.ts';
import type { ExpertInput } from '../expert.ts';
import { ANSWER, CALL, OFFER, REQUEST } from '../kinds.ts';
import { projectsDb } from '../schema.ts';
import { SUBJECTS } from '../subjects.ts';
import { lookUp, lookUpAsMember } from './look-up.ts';
import type { Version } from './project.ts';

/** Looks for partners: for a project that this node is a member of, or before there is one. */
export async function publishCall(
  kernel: Kernel,
  actor: Actor,
  { id = uuidv7(), prev = null, body }: Version<CallInput>,
): Promise<Act> {
  require(actor, 'projects.publish');
  const { project, ...said } = body;
  return await kernel.database.transaction(async (tx) => {
    if (prev !== null) await requireLive(tx, kernel.ownLog, SUBJECTS.call, id);
    const of = project === undefined ? null : await lookUpAsMember(kernel, tx, project);
    return await kernel.records.publish<Call>(tx, actor, {
      kind: CALL,
      sub: pathOf(SUBJECTS.call, id),
      prev,
      body: { ...said, ...(of === null ? {} : { project: of.reference }) },
    });
  });
}

/** Says that this node is interested in a call of another. @throws OwnCall, CallClosed, AlreadyAnswered */
export async function answerCall(
  kernel: Kernel,
  actor: Actor,
  { id = uuidv7(), call, body }: { id?: string; call: string; body: AnswerInput },
): Promise<Act> {
  require(actor, 'projects.publish');
  return await kernel.database.transaction(async (tx) => {
    const { row, reference } = await lookUp(kernel, tx, SUBJECTS.call, call);
    const { title, deadline, zone } = row.body;
    if (row.own) throw new OwnCall();
    if (endOfDay(deadline, zone) <= kernel.clock.now()) throw new CallClosed();
    const before = await projectsDb(tx)
      .selectFrom('projects_answer')
      .select('id')
      .where('log', '=', kernel.ownLog)
      .where('call', '=', row.sub)
      .where('state', '=', 'live')
      .executeTakeFirst();
    if (before !== undefined) throw new AlreadyAnswered();
    return await kernel.records.publish<Answer>(tx, actor, {
      kind: ANSWER,
      sub: pathOf(SUBJECTS.answer, id),
      body: { ...body, call: { ...reference, title } },
    });
  });
}

/** Offers knowledge that an organisation can lend, or says which is needed; or the next version of either. */
export async function publishExpert(
  kernel: Kernel,
  actor: Actor,
  thing: 'offer' | 'request',
  { id = uuidv7(), prev = null, body }: Version<ExpertInput>,
): Promise<Act> {
  require(actor, 'projects.publish');
  return await kernel.database.transaction(async (tx) => {
    if (prev !== null) await requireLive(tx, kernel.ownLog, SUBJECTS[thing], id);
    return await kernel.records.publish(tx, actor, {
      kind: thing === 'offer' ? OFFER : REQUEST,
      sub: pathOf(SUBJECTS[thing], id),
      prev,
      body,
    });
  });
}
