import type { Tx } from '../database/tables.ts';
import type { Actor } from './actor.ts';

/**
 * Notes whose record it is, so that people find their receipts: under the account, or under the pseudonym alone where
 * somebody acts in a process.
 */
export async function noteAuthor(tx: Tx, actor: Actor, jti: string, at: Date): Promise<void> {
  if (actor.type === 'person' || actor.type === 'guest') {
    await tx.insertInto('authorship').values({ account: actor.account, jti, at }).execute();
  } else if (actor.type === 'participant') {
    const { process, pseudonym } = actor;
    await tx.insertInto('participation_record').values({ process, pseudonym, jti }).execute();
  }
}
