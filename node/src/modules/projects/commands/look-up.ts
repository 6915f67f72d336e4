import type { Tx } from '../../../kernel/database/tables.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { NotConfirmed, WithdrawnSubject } from '../../../kernel/records/error.ts';
import {
  type BodyOf,
  type Subject,
  type SubjectRow,
  subjectRow,
  subjectRows,
} from '../../../kernel/subjects/index.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { activeMembers, type MemberFacts, membersOf } from '../computed/members.ts';
import { NotMember } from '../error.ts';
import type { Project } from '../project.ts';
import { readMemberFacts } from '../read/facts.ts';
import { SUBJECTS } from '../subjects.ts';

/** Something of ours or of a partner that an act speaks of, and the reference to it that goes into the record. */
export interface Found<Body> {
  row: SubjectRow<Body>;
  reference: { sub: string; jti: string; origin: { node: string; name: string } };
}

/**
 * Finds a live subject of ours or of a partner whose log holds. Two acts on one thing at once: the second waits here and
 * sees what the first did. @throws NotFound, WithdrawnSubject, NotConfirmed
 */
export async function lookUp<Of extends Subject>(
  kernel: Kernel,
  tx: Tx,
  subject: Of,
  sub: string,
): Promise<Found<BodyOf<Of>>> {
  const row = await subjectRows({ db: tx }, subject)
    .select(['partner.name', 'partner.state as trust'])
    .where('t.sub', '=', sub)
    .forUpdate('t')
    .executeTakeFirst();
  if (row === undefined) throw new NotFound(subject.name);
  if (row.state !== 'live') throw new WithdrawnSubject(row.state);
  if (row.trust === 'frozen') throw new NotConfirmed(row.node);
  const origin = { node: row.node, name: row.name ?? kernel.identity.profile.name };
  return { row: subjectRow<BodyOf<Of>>(row), reference: { sub: row.sub, jti: row.jti, origin } };
}

export interface FoundProject extends Found<Project> {
  reference: Found<Project>['reference'] & { title: Project['title'] };
  facts: MemberFacts;
  /** Origins of the nodes that act in it now. */
  active: readonly string[];
}

export async function lookUpProject(kernel: Kernel, tx: Tx, sub: string): Promise<FoundProject> {
  const { row, reference } = await lookUp(kernel, tx, SUBJECTS.project, sub);
  const facts = await readMemberFacts(tx, row);
  return {
    row,
    reference: { ...reference, title: row.body.title },
    facts,
    active: activeMembers(membersOf(facts)),
  };
}

/** The same for what members do. @throws NotMember */
export async function lookUpAsMember(kernel: Kernel, tx: Tx, sub: string): Promise<FoundProject> {
  const found = await lookUpProject(kernel, tx, sub);
  if (!found.active.includes(kernel.identity.origin)) throw new NotMember();
  return found;
}
