import { sql } from 'kysely';
import { type Actor, actorId } from '../identity/actor.ts';

/** Whose drafts an actor has: people and guests by their account, staff by their token; nobody else has any. */
export function draftOwner(actor: Actor): string | null {
  return actor.type === 'person' || actor.type === 'guest' || actor.type === 'staff' ? actorId(actor) : null;
}

/** The condition that a draft is an account's own, or of a token that it made. */
export function ownedBy(account: string) {
  return sql<boolean>`(owner in (${`person:${account}`}, ${`guest:${account}`})
    or owner in (select 'staff:' || id from token where made_by = ${`person:${account}`}))`;
}
