import { sql } from 'kysely';
import type { Kernel } from '../../../kernel/kernel.ts';
import { type SubjectRow, subjectRow, subjectRows } from '../../../kernel/subjects/index.ts';
import type { Adoption } from '../adoption.ts';
import type { Practice } from '../practice.ts';
import { SUBJECTS } from '../subjects.ts';

/** More than anybody reads at once. */
const MOST = 2000;

/** Live practices of some nodes, newest first. */
export async function practicesOf(
  kernel: Pick<Kernel, 'db'>,
  nodes: readonly string[],
): Promise<SubjectRow<Practice>[]> {
  const rows = await ofNodes(kernel, SUBJECTS.practice, nodes);
  return rows.map((row) => subjectRow<Practice>(row));
}

/** Live adoptions by some of these nodes of what others of them publish, newest first. */
export async function adoptionsAmong(
  kernel: Pick<Kernel, 'db'>,
  nodes: readonly string[],
): Promise<SubjectRow<Adoption>[]> {
  const rows = (await ofNodes(kernel, SUBJECTS.adoption, nodes)).map((row) => subjectRow<Adoption>(row));
  return rows.filter(({ node, body: { practice } }) => {
    const origin = practice.origin.node;
    return origin !== node && nodes.includes(origin);
  });
}

function ofNodes(
  kernel: Pick<Kernel, 'db'>,
  subject: (typeof SUBJECTS)[keyof typeof SUBJECTS],
  nodes: readonly string[],
) {
  return subjectRows(kernel, subject)
    .where('t.state', '=', 'live')
    .where(sql<boolean>`l.node = any(${sql.val(nodes)}::text[])`)
    .orderBy('t.published_at', 'desc')
    .limit(MOST)
    .execute();
}
