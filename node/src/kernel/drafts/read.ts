import type { Db, Tx } from '../database/tables.ts';
import type { Actor } from '../identity/actor.ts';
import { type Draft, draftOf } from './draft.ts';
import { NoSuchDraft } from './error.ts';
import { draftOwner, ownedBy } from './owner.ts';

/** A draft of the actor's own. @throws NoSuchDraft, also where it is somebody else's */
export async function readDraft(
  db: Db | Tx,
  actor: Actor,
  { form, id }: Pick<Draft, 'form' | 'id'>,
): Promise<Draft> {
  const row = await rows(db, actor, form)?.where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new NoSuchDraft(`no draft ${id} of this actor`);
  return draftOf(row);
}

/** The actor's own drafts of one form, the latest change first. */
export async function listDrafts(db: Db | Tx, actor: Actor, form: string): Promise<Draft[]> {
  const found = await rows(db, actor, form)?.orderBy('updated_at', 'desc').orderBy('id').execute();
  return (found ?? []).map(draftOf);
}

export async function countDrafts(db: Db | Tx, actor: Actor, form: string): Promise<number> {
  const owner = draftOwner(actor);
  if (owner === null) return 0;
  const { count } = await db
    .selectFrom('draft')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('owner', '=', owner)
    .where('form', '=', form)
    .executeTakeFirstOrThrow();
  return Number(count);
}

function rows(db: Db | Tx, actor: Actor, form: string) {
  const owner = draftOwner(actor);
  if (owner === null) return undefined;
  return db.selectFrom('draft').selectAll().where('owner', '=', owner).where('form', '=', form);
}

/** Ids of the drafts that are an account's own, as a part of a query: what a module keeps beside its drafts goes by it. */
export function draftsOf(db: Db | Tx, account: string) {
  return db.selectFrom('draft').select('id').where(ownedBy(account));
}
