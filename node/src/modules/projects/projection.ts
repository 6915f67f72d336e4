import { endOfDay } from '../../kernel/calendar/day.ts';
import type { Tx } from '../../kernel/database/tables.ts';
import { RefusedRecord } from '../../kernel/records/error.ts';
import type { RecordContext, SignedRecord } from '../../kernel/records/record.ts';
import { idOf, requireId, type Subject, saveVersion } from '../../kernel/subjects/index.ts';
import type { Answer, Call } from './call.ts';
import type { Vote } from './decision.ts';
import type { Entry } from './entry.ts';
import type { Expert } from './expert.ts';
import type { Membership } from './membership.ts';
import type { Project } from './project.ts';
import { projectsDb } from './schema.ts';
import { SUBJECTS } from './subjects.ts';

export async function projectProject(
  tx: Tx,
  record: SignedRecord<Project>,
  context: RecordContext,
): Promise<void> {
  const { title, topics, languages, partners } = record.body;
  const columns = {
    title: JSON.stringify(title),
    topics: [...new Set(topics)],
    languages: [...new Set(languages)],
  };
  await saveVersion(tx, SUBJECTS.project, record, context, columns);
  const id = requireId(SUBJECTS.project, record.sub);
  const nodes = [...new Set(partners.map(({ node }) => new URL(node).origin))];
  if (nodes.length === 0) return;
  await projectsDb(tx)
    .insertInto('projects_invited')
    .values(nodes.map((node) => ({ log: context.log, id, node })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function projectMembership(
  tx: Tx,
  record: SignedRecord<Membership>,
  context: RecordContext,
): Promise<void> {
  // Who leads a project is a member by that.
  if (record.body.project.origin.node === context.node) throw new RefusedRecord('own-project');
  await projectPart(SUBJECTS.membership)(tx, record, context);
}

/** An entry and a decision stand as they were signed: what was wrong in one is put right by another. */
export async function projectEntry(
  tx: Tx,
  record: SignedRecord<Entry>,
  context: RecordContext,
): Promise<void> {
  requireFirst(record);
  const { number, project } = record.body;
  requireReference(SUBJECTS.project, project);
  await saveVersion(tx, SUBJECTS.entry, record, context, { project: project.sub, number });
}

export async function projectDecision(
  tx: Tx,
  record: SignedRecord<{ project: Entry['project'] }>,
  context: RecordContext,
): Promise<void> {
  requireFirst(record);
  await projectPart(SUBJECTS.decision as Subject)(tx, record, context);
}

export async function projectVote(tx: Tx, record: SignedRecord<Vote>, context: RecordContext): Promise<void> {
  const { project, decision } = record.body;
  requireReference(SUBJECTS.project, project);
  if (idOf(SUBJECTS.decision, decision.sub) === null) throw new RefusedRecord('bad-reference');
  await saveVersion(tx, SUBJECTS.vote, record, context, { project: project.sub, decision: decision.sub });
}

/** Whatever says something of a project and adds no column but its subject. */
export function projectPart(subject: Subject) {
  return async (
    tx: Tx,
    record: SignedRecord<{ project: Entry['project'] }>,
    context: RecordContext,
  ): Promise<void> => {
    const { project } = record.body;
    requireReference(SUBJECTS.project, project);
    await saveVersion(tx, subject, record, context, { project: project.sub });
  };
}

export async function projectCall(tx: Tx, record: SignedRecord<Call>, context: RecordContext): Promise<void> {
  const { title, topics, languages, deadline, zone, project } = record.body;
  if (project !== undefined) requireReference(SUBJECTS.project, project);
  await saveVersion(tx, SUBJECTS.call, record, context, {
    project: project?.sub ?? null,
    title: JSON.stringify(title),
    topics: [...new Set(topics)],
    languages: [...new Set(languages)],
    due_at: endOfDay(deadline, zone),
  });
}

export async function projectAnswer(
  tx: Tx,
  record: SignedRecord<Answer>,
  context: RecordContext,
): Promise<void> {
  const { call } = record.body;
  requireReference(SUBJECTS.call, call);
  if (call.origin.node === context.node) throw new RefusedRecord('own-call');
  await saveVersion(tx, SUBJECTS.answer, record, context, { call: call.sub });
}

export function projectExpert(subject: Subject<Expert>) {
  return async (tx: Tx, record: SignedRecord<Expert>, context: RecordContext): Promise<void> => {
    const { title, topics, languages, until, zone } = record.body;
    await saveVersion(tx, subject, record, context, {
      title: JSON.stringify(title),
      topics: [...new Set(topics)],
      languages: [...new Set(languages)],
      until_at: until === undefined ? null : endOfDay(until, zone),
    });
  };
}

/** A reference that contradicts itself would attach what is said to a thing of somebody else. */
function requireReference(
  subject: Subject,
  { sub, origin }: { sub: string; origin: { node: string } },
): void {
  if (idOf(subject, sub) === null || new URL(sub).origin !== origin.node) {
    throw new RefusedRecord('bad-reference');
  }
}

function requireFirst({ prev }: SignedRecord): void {
  if (prev !== null) throw new RefusedRecord('never-revised');
}
