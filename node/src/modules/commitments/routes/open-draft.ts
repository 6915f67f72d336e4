import type { Context } from 'hono';
import { type Draft, NoSuchDraft, readDraft } from '../../../kernel/drafts/index.ts';
import { value } from '../../../kernel/forms/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import type { Change } from '../../../kernel/log/difference.ts';
import { changesSince } from '../../../kernel/log/versions.ts';
import { WithdrawnSubject } from '../../../kernel/records/error.ts';
import {
  type BodyOf,
  isId,
  readSubjectRow,
  type SubjectRow,
  subjectAt,
} from '../../../kernel/subjects/index.ts';
import type { AppEnv } from '../../../kernel/web/app-env.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { requireOffered } from '../../../kernel/web/offered.ts';
import { type OpenDraft, openedDraft, thingOf } from '../draft.ts';
import { COMPARED, compared } from '../form/compared.ts';
import type { Written } from '../form/forms.ts';
import { COMMITMENTS_FORM } from '../kinds.ts';
import { PERMISSIONS } from '../permissions.ts';
import { versionsOf } from '../read.ts';
import { SUBJECTS, type Thing } from '../subjects.ts';

/** The draft in the address, as it is kept. @throws NotPermitted, NoSuchDraft */
export async function draftIn(c: Context<AppEnv>, kernel: Kernel): Promise<Draft> {
  const id: string = c.req.param('id') ?? '';
  if (!isId(id)) throw new NoSuchDraft(`${id} is no id`);
  if (!Object.values(PERMISSIONS).some((permission) => c.var.page.may(permission))) {
    requireOffered(c, PERMISSIONS.commitment);
  }
  const draft = await readDraft(kernel.db, c.var.actor, { form: COMMITMENTS_FORM, id });
  requireOffered(c, PERMISSIONS[thingOf(draft)]);
  return draft;
}

/** The same, with what it speaks of and what it revises. @throws NotPermitted, NoSuchDraft, NotFound, WithdrawnSubject */
export async function openDraft(c: Context<AppEnv>, kernel: Kernel): Promise<OpenDraft> {
  return await opened(c, kernel, await draftIn(c, kernel));
}

export async function opened(c: Context<AppEnv>, kernel: Kernel, draft: Draft): Promise<OpenDraft> {
  const thing = thingOf(draft);
  const sub = value(draft.typed, 'commitment');
  const about = sub === '' ? null : await subjectAt(kernel, SUBJECTS.commitment, sub);
  if (sub !== '' && about === null) throw new NotFound('commitment');
  const revised = draft.subject === null ? null : await revisedBy(kernel, thing, draft);
  return openedDraft(draft, c.var.page.locale, { about, revised });
}

async function revisedBy(kernel: Kernel, thing: Written, draft: Draft): Promise<OpenDraft['revised']> {
  const row = await ownLive(kernel, thing, draft.subject?.split('/').at(-1) ?? '');
  return { row, conflict: await changedSince(kernel, thing, row, value(draft.typed, 'prev')) };
}

/** Something of ours that can be revised or withdrawn. @throws NotFound, WithdrawnSubject */
export async function ownLive<T extends Thing>(
  kernel: Kernel,
  thing: T,
  id: string,
): Promise<SubjectRow<BodyOf<(typeof SUBJECTS)[T]>>> {
  const row = await readSubjectRow(kernel, SUBJECTS[thing], null, id);
  if (row === null) throw new NotFound(thing);
  if (row.state !== 'live') throw new WithdrawnSubject(row.state);
  return row as SubjectRow<BodyOf<(typeof SUBJECTS)[T]>>;
}

/** What others changed since somebody saw the version `prev`; undefined where that is still the latest. */
export async function changedSince(
  kernel: Kernel,
  thing: Written,
  row: SubjectRow,
  prev: string,
): Promise<Change[] | undefined> {
  if (prev === row.latest) return undefined;
  return changesSince(await versionsOf(kernel, thing, row), prev, {
    fields: COMPARED[thing],
    compared: (body) => compared(thing, body),
  });
}
