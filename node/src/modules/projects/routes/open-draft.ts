import type { Context } from 'hono';
import { type Draft, NoSuchDraft, readDraft } from '../../../kernel/drafts/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import { idOf, isId, readSubjectRow, type SubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { cleaned, formLanguages, value } from '../../../kernel/web/lang-form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import type { DraftTitle } from '../../../ui/index.ts';
import { type ProjectAnswer, readProject, unshown } from '../form/project-tasks.ts';
import { PROJECT_FORM } from '../kinds.ts';
import type { Project } from '../project.ts';
import { SUBJECTS } from '../subjects.ts';

/** A draft with all that its pages show of it. */
export interface OpenDraft {
  draft: Draft;
  path: string;
  title: DraftTitle;
  answer: ProjectAnswer;
  /** The project that it is a new version of, and whether somebody published another since it was begun. */
  revised: { project: SubjectRow<Project>; overtaken: boolean } | null;
}

export function draftPath(id: string): string {
  return `/projects/drafts/${id}`;
}

/** A project of ours that can be revised. @throws NotFound, WithdrawnSubject */
export async function ownProject(kernel: Kernel, id: string): Promise<SubjectRow<Project>> {
  const project = await readSubjectRow(kernel, SUBJECTS.project, null, id);
  if (project === null) throw new NotFound('project');
  if (project.state !== 'live') throw new WithdrawnSubject(project.state);
  return project;
}

/** The draft in the address. @throws NotPermitted, NoSuchDraft, WithdrawnSubject */
export async function openDraft(c: Context<AppEnv>, kernel: Kernel): Promise<OpenDraft> {
  requireOffered(c, 'projects.publish');
  const id = c.req.param('id') ?? '';
  if (!isId(id)) throw new NoSuchDraft(`${id} is no id`);
  return await opened(c, kernel, await readDraft(kernel.db, c.var.actor, { form: PROJECT_FORM, id }));
}

export async function opened(c: Context<AppEnv>, kernel: Kernel, draft: Draft): Promise<OpenDraft> {
  const { page } = c.var;
  const { typed, subject } = draft;
  const id = subject === null ? null : idOf(SUBJECTS.project, subject);
  const project = id === null ? null : await ownProject(kernel, id);
  return {
    draft,
    path: draftPath(draft.id),
    title: draftTitle(draft, page.locale),
    answer: readProject(page, kernel.i18n.has, typed, project === null ? {} : unshown(project.body)),
    revised: project === null ? null : { project, overtaken: value(typed, 'prev') !== project.latest },
  };
}

export function draftTitle({ typed }: Draft, locale: string): DraftTitle {
  const [lang] = formLanguages(typed, locale);
  return { text: cleaned(value(typed, `title.${lang}`)), lang };
}
