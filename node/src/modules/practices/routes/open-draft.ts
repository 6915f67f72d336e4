import type { Context } from 'hono';
import { type Draft, NoSuchDraft, readDraft } from '../../../kernel/drafts/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { isId } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { value } from '../../../kernel/web/lang-form.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import { type OpenDraft, openedDraft } from '../draft.ts';
import { PRACTICE_FORM } from '../kinds.ts';
import { changedSince, ownPractice } from './own-practice.ts';

/** The draft in the address, as it is kept. @throws NotPermitted, NoSuchDraft */
export async function draftIn(c: Context<AppEnv>, kernel: Kernel): Promise<Draft> {
  if (!c.var.page.may('practices.revise')) requireOffered(c, 'practices.publish');
  const id: string = c.req.param('id') ?? '';
  if (!isId(id)) throw new NoSuchDraft(`${id} is no id`);
  const draft = await readDraft(kernel.db, c.var.actor, { form: PRACTICE_FORM, id });
  requireOffered(c, draft.subject === null ? 'practices.publish' : 'practices.revise');
  return draft;
}

/** The same, with what it revises. @throws NotPermitted, NoSuchDraft, WithdrawnSubject */
export async function openDraft(c: Context<AppEnv>, kernel: Kernel): Promise<OpenDraft> {
  return await withRevised(c, kernel, await draftIn(c, kernel));
}

export async function withRevised(c: Context<AppEnv>, kernel: Kernel, draft: Draft): Promise<OpenDraft> {
  const { locale } = c.var.page;
  if (draft.subject === null) return openedDraft(draft, locale, null);
  const practice = await ownPractice(kernel, draft.subject.split('/').at(-1) ?? '');
  const conflict = await changedSince(kernel, practice, value(draft.typed, 'prev'));
  return openedDraft(draft, locale, { practice, conflict });
}
