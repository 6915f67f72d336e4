import type { Kernel } from '../../../kernel/kernel.ts';
import { readSubjectRow, type SubjectRow, subjectAt } from '../../../kernel/subjects/index.ts';
import type { Practice } from '../practice.ts';
import { practicesDb } from '../schema.ts';
import { SUBJECTS } from '../subjects.ts';

/** One practice in its latest version. */
export type PracticeDetail = SubjectRow<Practice>;

/** A practice of whatever state: ours (`host` null) or the partner's at `host`. */
export function readPractice(
  kernel: Pick<Kernel, 'db'>,
  host: string | null,
  id: string,
): Promise<PracticeDetail | null> {
  return readSubjectRow(kernel, SUBJECTS.practice, host, id);
}

/** The practice at an address of its origin, where a log that we show holds it. */
export function practiceAt(kernel: Pick<Kernel, 'db'>, sub: string): Promise<PracticeDetail | null> {
  return subjectAt(kernel, SUBJECTS.practice, sub);
}

/** The id behind a readable address of ours; of several the one that had it first. */
export async function idOfSlug(kernel: Pick<Kernel, 'db'>, slug: string): Promise<string | null> {
  const row = await practicesDb(kernel.db)
    .selectFrom('practices_slug as s')
    .innerJoin('log as l', 'l.id', 's.log')
    .select('s.id')
    .where('l.role', '=', 'own')
    .where('s.slug', '=', slug)
    .orderBy('s.id')
    .executeTakeFirst();
  return row?.id ?? null;
}
