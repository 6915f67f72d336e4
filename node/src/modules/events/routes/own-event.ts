import type { Context } from 'hono';
import { type Draft, NoSuchDraft, readDraft } from '../../../kernel/drafts/index.ts';
import { value } from '../../../kernel/forms/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Change } from '../../../kernel/log/difference.ts';
import { historyOf } from '../../../kernel/log/history.ts';
import { changesSince } from '../../../kernel/log/versions.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import { isId, readSubjectRow, type SubjectRow } from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import { type OpenDraft, openedDraft } from '../draft.ts';
import type { Event } from '../event.ts';
import { COMPARED, compared } from '../form/compared.ts';
import { EVENT, EVENT_FORM } from '../kinds.ts';
import { EVENTS } from '../subjects.ts';

/** An event of ours that can be revised. @throws NotFound, WithdrawnSubject */
export async function ownEvent(kernel: Kernel, id: string): Promise<SubjectRow<Event>> {
  const row = isId(id) ? await readSubjectRow(kernel, EVENTS, null, id) : null;
  if (row === null) throw new NotFound('event');
  if (row.state !== 'live') throw new WithdrawnSubject(row.state);
  return row;
}

/** Versions of an event as they were signed, newest first. */
export function versionsOf(kernel: Kernel, { log, sub }: { log: number; sub: string }) {
  return historyOf<Event>(kernel.db, { log, sub, kind: EVENT });
}

/** What others changed since somebody saw the version `prev`; undefined where that is still the latest. */
export async function changedSince(
  kernel: Kernel,
  row: SubjectRow<Event>,
  prev: string,
): Promise<Change[] | undefined> {
  if (prev === row.latest) return undefined;
  return changesSince(await versionsOf(kernel, row), prev, { fields: COMPARED, compared });
}

/** The draft in the address with what it revises. @throws NotPermitted, NoSuchDraft, WithdrawnSubject */
export async function openDraft(c: Context<AppEnv>, kernel: Kernel): Promise<OpenDraft> {
  requireOffered(c, 'events.publish');
  const id: string = c.req.param('id') ?? '';
  if (!isId(id)) throw new NoSuchDraft(`${id} is no id`);
  return await opened(c, kernel, await readDraft(kernel.db, c.var.actor, { form: EVENT_FORM, id }));
}

export async function opened(c: Context<AppEnv>, kernel: Kernel, draft: Draft): Promise<OpenDraft> {
  const { locale } = c.var.page;
  if (draft.subject === null) return openedDraft(draft, locale, null);
  const row = await ownEvent(kernel, draft.subject.split('/').at(-1) ?? '');
  return openedDraft(draft, locale, {
    row,
    conflict: await changedSince(kernel, row, value(draft.typed, 'prev')),
  });
}
