import { sql } from 'kysely';
import { endOfDay } from '../../../kernel/calendar/day.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { loadProvenance } from '../../../kernel/log/provenance.ts';
import {
  readSubjectRow,
  type SubjectRow,
  subjectAt,
  subjectRow,
  subjectRows,
} from '../../../kernel/subjects/index.ts';
import type { Provenance } from '../../../kernel/web/page.ts';
import type { Answer, Call } from '../call.ts';
import type { Project } from '../project.ts';
import { SUBJECTS } from '../subjects.ts';

/** A call for partners with who has answered it. */
export interface CallItem {
  call: SubjectRow<Call>;
  project: SubjectRow<Project> | null;
  /** Live answers of others, in the order in which they were signed. */
  answers: readonly SubjectRow<Answer>[];
  deadline: Date;
  open: boolean;
  provenance: ReadonlyMap<string, Provenance>;
}

export async function loadCall(kernel: Kernel, host: string | null, id: string): Promise<CallItem | null> {
  const call = await readSubjectRow(kernel, SUBJECTS.call, host, id);
  if (call === null) return null;
  const erased = call.state === 'erased';
  const of = erased ? undefined : call.body.project;
  const [rows, project] = await Promise.all([
    subjectRows(kernel, SUBJECTS.answer)
      .where(sql<boolean>`t.call = ${call.sub}`)
      .where('t.state', '=', 'live')
      .orderBy('t.published_at')
      .orderBy('t.jti')
      .execute(),
    of === undefined ? null : subjectAt(kernel, SUBJECTS.project, of.sub),
  ]);
  const answers = rows.map((row) => subjectRow<Answer>(row)).filter(({ node }) => node !== call.node);
  const deadline = erased ? call.publishedAt : deadlineOf(call.body);
  return {
    call,
    project: project?.state === 'live' ? project : null,
    answers,
    deadline,
    open: call.state === 'live' && deadline > kernel.clock.now(),
    provenance: await loadProvenance(kernel, [call, ...answers]),
  };
}

/** When the last local day of a call is over. */
export function deadlineOf({ deadline, zone }: Pick<Call, 'deadline' | 'zone'>): Date {
  return endOfDay(deadline, zone);
}
