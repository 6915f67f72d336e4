import type { Clock } from '../clock.ts';
import type { Tx } from '../database/tables.ts';
import type { Actor } from '../identity/actor.ts';
import { NotPermitted } from '../identity/error.ts';
import type { TypedValues } from '../web/form.ts';
import { type Draft, draftOf, MOST_DRAFT_BYTES, MOST_DRAFTS } from './draft.ts';
import { DraftTooLarge, NoSuchDraft, TooManyDrafts } from './error.ts';
import { draftOwner } from './owner.ts';

type Services = { clock: Clock };
type Which = Pick<Draft, 'form' | 'id'>;

/**
 * Begins a draft. Whoever begins the same one twice, by pressing a button twice, has it once and as it is.
 * @throws TooManyDrafts, DraftTooLarge, NoSuchDraft (the id is somebody else's)
 */
export async function beginDraft(
  tx: Tx,
  { clock }: Services,
  actor: Actor,
  { id, form, subject, typed }: Omit<Draft, 'createdAt' | 'updatedAt'>,
): Promise<void> {
  const owner = draftOwner(actor);
  if (owner === null) throw new NotPermitted(actor, form);
  const known = await tx
    .selectFrom('draft')
    .select(['owner', 'form'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (known?.owner === owner && known.form === form) return;
  if (known !== undefined) throw new NoSuchDraft(`draft ${id} is another's`);
  const own = await tx.selectFrom('draft').select('id').where('owner', '=', owner).execute();
  if (own.length >= MOST_DRAFTS) throw new TooManyDrafts(MOST_DRAFTS);
  const now = clock.now();
  await tx
    .insertInto('draft')
    .values({ id, owner, form, subject, typed: written(typed), created_at: now, updated_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Changes what is typed, whatever other page of the same draft is saved at the same time. @throws NoSuchDraft, DraftTooLarge */
export async function changeDraft(
  tx: Tx,
  { clock }: Services,
  actor: Actor,
  { form, id }: Which,
  change: (typed: TypedValues) => TypedValues,
): Promise<Draft> {
  const row = await tx
    .selectFrom('draft')
    .selectAll()
    .where('id', '=', id)
    .where('form', '=', form)
    .where('owner', '=', draftOwner(actor) ?? '')
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new NoSuchDraft(`no draft ${id} of this actor`);
  const typed = change(row.typed);
  const now = clock.now();
  await tx
    .updateTable('draft')
    .set({ typed: written(typed), updated_at: now })
    .where('id', '=', id)
    .execute();
  return { ...draftOf(row), typed, updatedAt: now };
}

/**
 * Ends a draft: in the transaction that publishes what came of it, or because it is not wanted any more. Of two at once,
 * one waits and then finds nothing. @throws NoSuchDraft
 */
export async function endDraft(tx: Tx, actor: Actor, { form, id }: Which): Promise<void> {
  const gone = await tx
    .deleteFrom('draft')
    .where('id', '=', id)
    .where('form', '=', form)
    .where('owner', '=', draftOwner(actor) ?? '')
    .returning('id')
    .executeTakeFirst();
  if (gone === undefined) throw new NoSuchDraft(`no draft ${id} of this actor`);
}

function written(typed: TypedValues): string {
  const json = JSON.stringify(typed);
  const bytes = Buffer.byteLength(json);
  if (bytes > MOST_DRAFT_BYTES) throw new DraftTooLarge(bytes, MOST_DRAFT_BYTES);
  return json;
}
