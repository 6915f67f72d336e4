import type { Context } from 'hono';
import { pickText } from '../../../kernel/i18n/locale.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { NotConfirmed, WithdrawnSubject } from '../../../kernel/records/error.ts';
import { hostIn, idIn, type Subject } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { Gone, NotFound } from '../../../kernel/web/error.ts';
import type { PageContext } from '../../../kernel/web/page.ts';
import type { Crumb } from '../../../ui/index.ts';
import { type CallItem, loadCall, loadProject, type ProjectItem } from '../read.ts';

/** The places of a subject: our own, and a partner's as it is shown here; each with what follows. */
export function pathsOf({ path }: Subject, after = ''): [string, string] {
  return [`${path}:id${after}`, `${path.replace('/projects/', '/projects/:origin{~[^/]+}/')}:id${after}`];
}

/** The project in the address, to do something in it. @throws NotFound, Gone, WithdrawnSubject, NotConfirmed */
export async function projectIn(c: Context<AppEnv>, kernel: Kernel): Promise<ProjectItem> {
  const item = await loadProject(kernel, hostIn(c), idIn(c));
  if (item === null) throw new NotFound('project');
  requireSound(item.project, item);
  return item;
}

export async function callIn(c: Context<AppEnv>, kernel: Kernel): Promise<CallItem> {
  const item = await loadCall(kernel, hostIn(c), idIn(c));
  if (item === null) throw new NotFound('call');
  requireSound(item.call, item);
  return item;
}

function requireSound(
  { state, node, jti }: { state: string; node: string; jti: string },
  { provenance }: Pick<ProjectItem, 'provenance'>,
): void {
  if (state === 'erased') throw new Gone('subject');
  if (state !== 'live') throw new WithdrawnSubject(state);
  if (provenance.get(jti)?.state === 'failed') throw new NotConfirmed(node);
}

export function projectsCrumb(page: PageContext): Crumb {
  return { label: page.t('projects.nav'), href: '/projects' };
}

/** The way to a page below a project. */
export function projectCrumbs(page: PageContext, { project }: Pick<ProjectItem, 'project'>): Crumb[] {
  return [projectsCrumb(page), { label: pickText(project.body.title, page.locale).text, href: project.path }];
}
