import { sql } from 'kysely';
import type { Db, Tx } from '../../../kernel/database/tables.ts';
import { type BodyOf, type SubjectRow, subjectRow, subjectRows } from '../../../kernel/subjects/index.ts';
import { ledgerMembers, type MemberFacts } from '../computed/members.ts';
import type { LedgerFacts, LoggedEntry } from '../ledger/entry.ts';
import type { Project } from '../project.ts';
import { projectsDb } from '../schema.ts';
import { type OfProject, SUBJECTS } from '../subjects.ts';

/** The part of a project's row that everything else is found by. */
export type ProjectKey = Pick<SubjectRow<Project>, 'log' | 'id' | 'sub' | 'node' | 'body'>;

/** Everything of one kind that is said of a project, of whatever state, in the order in which it was signed. */
export async function saidOf<Name extends OfProject>(
  db: Db | Tx,
  name: Name,
  project: string,
): Promise<SubjectRow<BodyOf<(typeof SUBJECTS)[Name]>>[]> {
  const rows = await subjectRows({ db }, SUBJECTS[name])
    .where(sql<boolean>`t.project = ${project}`)
    .orderBy('t.published_at')
    .orderBy('t.jti')
    .execute();
  return rows.map((row) => subjectRow<BodyOf<(typeof SUBJECTS)[Name]>>(row));
}

/** Who takes part, by the records of both sides. */
export async function readMemberFacts(
  db: Db | Tx,
  { log, id, sub, node, body }: ProjectKey,
  memberships?: ReadonlyArray<Pick<SubjectRow, 'node' | 'state'>>,
): Promise<MemberFacts> {
  const invited = await projectsDb(db)
    .selectFrom('projects_invited')
    .select('node')
    .where('log', '=', log)
    .where('id', '=', id)
    .execute();
  const words = memberships ?? (await saidOf(db, 'membership', sub));
  return {
    lead: node,
    listed: [...new Set((body.partners ?? []).map((partner) => new URL(partner.node).origin))],
    everInvited: invited.map((row) => row.node),
    joined: words.map((word) => ({ node: word.node, live: word.state === 'live' })),
  };
}

/** An entry with the place that it has in its log. */
export type EntryRow = SubjectRow<BodyOf<(typeof SUBJECTS)['entry']>> & LoggedEntry;

export async function readEntries(db: Db | Tx, project: string): Promise<EntryRow[]> {
  const rows = await subjectRows({ db }, SUBJECTS.entry)
    .leftJoin('entry as e', (join) => join.onRef('e.log', '=', 't.log').onRef('e.jti', '=', 't.jti'))
    .select('e.index')
    .where(sql<boolean>`t.project = ${project}`)
    .execute();
  return rows.map((row) => {
    const entry = subjectRow<EntryRow['body']>(row);
    return { ...entry, index: row.index, signedAt: entry.publishedAt };
  });
}

export function ledgerFacts(members: MemberFacts, entries: readonly LoggedEntry[]): LedgerFacts {
  return { lead: members.lead, members: ledgerMembers(members), entries };
}
