import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../../kernel/identity/actor.ts';
import { require } from '../../../kernel/identity/can.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { nodeNames } from '../../../kernel/log/node-names.ts';
import type { Act } from '../../../kernel/records/record.ts';
import { pathOf, requireLive } from '../../../kernel/subjects/index.ts';
import type { Decision, DecisionInput, Vote, VoteInput } from '../decision.ts';
import { NotAsked, NotMilestoneLead, UnknownKey } from '../error.ts';
import { DECISION, OUTPUT, UPDATE, VOTE } from '../kinds.ts';
import type { Output, OutputInput } from '../output.ts';
import { projectsDb } from '../schema.ts';
import { SUBJECTS } from '../subjects.ts';
import type { Update, UpdateInput } from '../update.ts';
import { lookUp, lookUpAsMember } from './look-up.ts';
import type { Version } from './project.ts';

interface OfProject<Body> {
  id?: string;
  project: string;
  body: Body;
}

/** Puts a decision to the members of a project as they are today. */
export async function putDecision(
  kernel: Kernel,
  actor: Actor,
  { id = uuidv7(), project, body }: OfProject<DecisionInput>,
): Promise<Act> {
  require(actor, 'projects.decide');
  const names = await nodeNames(kernel);
  return await kernel.database.transaction(async (tx) => {
    const { reference, active, row } = await lookUpAsMember(kernel, tx, project);
    const called = new Map(row.body.partners.map(({ node, name }) => [new URL(node).origin, name]));
    const members = active.map((node) => ({
      node,
      name: names.get(node) ?? called.get(node) ?? new URL(node).host,
    }));
    return await kernel.records.publish<Decision>(tx, actor, {
      kind: DECISION,
      sub: pathOf(SUBJECTS.decision, id),
      body: { ...body, project: reference, members },
    });
  });
}

/** Signs an option of a decision; a second time, another one in its place. @throws NotMember, NotAsked, UnknownKey */
export async function vote(
  kernel: Kernel,
  actor: Actor,
  { decision, body }: { decision: string; body: VoteInput },
): Promise<Act> {
  require(actor, 'projects.decide');
  return await kernel.database.transaction(async (tx) => {
    const { row } = await lookUp(kernel, tx, SUBJECTS.decision, decision);
    const { project, members, options } = row.body;
    const { reference } = await lookUpAsMember(kernel, tx, project.sub);
    if (!members.some(({ node }) => new URL(node).origin === kernel.identity.origin)) throw new NotAsked();
    if (!options.some(({ key }) => key === body.option)) throw new UnknownKey(body.option);
    const before = await projectsDb(tx)
      .selectFrom('projects_vote')
      .select(['id', 'jti'])
      .where('log', '=', kernel.ownLog)
      .where('decision', '=', row.sub)
      .where('state', '=', 'live')
      .executeTakeFirst();
    return await kernel.records.publish<Vote>(tx, actor, {
      kind: VOTE,
      sub: pathOf(SUBJECTS.vote, before?.id ?? uuidv7()),
      prev: before?.jti ?? null,
      body: { ...body, project: reference, decision: { sub: row.sub, jti: row.jti } },
    });
  });
}

/** Says what came of a project, or publishes the next version of that. */
export async function publishOutput(
  kernel: Kernel,
  actor: Actor,
  { id = uuidv7(), prev = null, project, body }: Version<OutputInput> & { project?: string },
): Promise<Act> {
  require(actor, 'projects.publish');
  return await kernel.database.transaction(async (tx) => {
    const before = prev === null ? null : await requireLive(tx, kernel.ownLog, SUBJECTS.output, id);
    const { reference } = await lookUpAsMember(kernel, tx, before?.project.sub ?? project ?? '');
    return await kernel.records.publish<Output>(tx, actor, {
      kind: OUTPUT,
      sub: pathOf(SUBJECTS.output, id),
      prev,
      body: { ...body, project: reference },
    });
  });
}

/** Says what happened, and that a milestone is done where it names one. @throws NotMember, UnknownKey, NotMilestoneLead */
export async function publishUpdate(
  kernel: Kernel,
  actor: Actor,
  { id = uuidv7(), project, body }: OfProject<UpdateInput>,
): Promise<Act> {
  require(actor, 'projects.publish');
  return await kernel.database.transaction(async (tx) => {
    const { reference, row } = await lookUpAsMember(kernel, tx, project);
    if (body.milestone !== undefined) {
      const { milestones, workPackages } = row.body;
      const milestone = milestones.find(({ key }) => key === body.milestone);
      if (milestone === undefined) throw new UnknownKey(body.milestone);
      const lead = workPackages.find(({ key }) => key === milestone.workPackage)?.lead;
      const leads = [row.node, ...(lead === undefined ? [] : [new URL(lead).origin])];
      if (!leads.includes(kernel.identity.origin)) throw new NotMilestoneLead();
    }
    return await kernel.records.publish<Update>(tx, actor, {
      kind: UPDATE,
      sub: pathOf(SUBJECTS.update, id),
      body: { ...body, project: reference },
    });
  });
}
