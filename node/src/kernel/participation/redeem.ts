import type { Tx } from '../database/tables.ts';
import { readAccount } from '../identity/accounts.ts';
import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import { requireAdmitted } from './admission.ts';
import { readProcess } from './process.ts';
import { type ParticipantActor, pseudonymOf, type Scope } from './scope.ts';

/** What a person shows to take part. Blind-signed tokens will be a second kind. */
export interface Presentation {
  type: 'account';
  actor: Actor;
}

export interface Redeemed {
  /** Who acts in the process; publish with it, never with the person. */
  participant: ParticipantActor;
  /** False where the same person took part before. */
  first: boolean;
}

/**
 * Turns a person into the one participant that this person is in the scope. The second time gives the same one.
 * @throws ProcessNotOpen, NotAPerson, NoGuests, LevelTooLow
 */
export async function redeem(
  tx: Tx,
  kernel: Pick<Kernel, 'clock' | 'keys' | 'identity'>,
  { process }: Scope,
  { actor }: Presentation,
): Promise<Redeemed> {
  const { key, admits } = await readProcess(tx, kernel, process);
  const person = requireAdmitted(actor, admits);
  const account = await readAccount(tx, person.account);
  const pseudonym = pseudonymOf(key, `${kernel.identity.origin}${process}`, account);
  const added = await tx
    .insertInto('participation')
    .values({ process, pseudonym })
    .onConflict((conflict) => conflict.doNothing())
    .returning('pseudonym')
    .executeTakeFirst();
  return {
    participant: { type: 'participant', process, pseudonym, assurance: person.assurance },
    first: added !== undefined,
  };
}
