import { type LangText, pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { readSubjectRow, type SubjectRow } from '../../../kernel/subjects/index.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { SUBJECTS, type Thing } from '../subjects.ts';

/** What withdraws a thing of this node; an entry and a vote are put right by another one. */
export const WITHDRAWN_BY = {
  project: 'projects.publish',
  membership: 'projects.join',
  decision: 'projects.decide',
  output: 'projects.publish',
  update: 'projects.publish',
  call: 'projects.publish',
  answer: 'projects.publish',
  offer: 'projects.publish',
  request: 'projects.publish',
} as const satisfies Partial<Record<Thing, string>>;
export type Withdrawable = keyof typeof WITHDRAWN_BY;

/** Something of this node, and what it is called: by its own title, or that of what it belongs to. */
export async function ownThing(
  kernel: Kernel,
  thing: Thing,
  id: string,
  locale: string,
): Promise<{ row: SubjectRow; title: string }> {
  const row: SubjectRow | null = await readSubjectRow(kernel, SUBJECTS[thing], null, id);
  if (row === null || row.state === 'erased') throw new NotFound(thing);
  const { title, project, call } = row.body as {
    title?: LangText;
    project?: { title: LangText };
    call?: { title: LangText };
  };
  const text = title ?? project?.title ?? call?.title;
  return { row, title: text === undefined ? '' : pickText(text, locale).text };
}
