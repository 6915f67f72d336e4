import { z } from 'zod';
import { type Actor, actorId, type GuestActor, type PersonActor } from '../identity/actor.ts';
import { LEVELS, meets } from '../identity/level.ts';
import { LevelTooLow, NoGuests, NotAPerson } from './error.ts';

export const admissionSchema = z.strictObject({
  level: z.enum(LEVELS),
  /** Whether only a notified scheme will do at that level. */
  notified: z.boolean().default(false),
  /** Whether people of partner nodes may take part. */
  guests: z.boolean(),
});

/** Who may take part in a process. */
export type Admission = z.output<typeof admissionSchema>;

/**
 * Whether the rule keeps a person from taking part twice. It does not where it admits logins of level `none`, such as an
 * e-mail address alone: a process with such a rule says so wherever it shows a number.
 */
export function excludesDuplicates({ level }: Pick<Admission, 'level'>): boolean {
  return level !== 'none';
}

/** @throws NotAPerson, NoGuests, LevelTooLow */
export function requireAdmitted(actor: Actor, admits: Admission): PersonActor | GuestActor {
  if (actor.type !== 'person' && actor.type !== 'guest') throw new NotAPerson(actorId(actor));
  if (actor.type === 'guest' && !admits.guests) throw new NoGuests(actor.issuer);
  if (!meets(actor.assurance, admits)) throw new LevelTooLow(actor.assurance, admits);
  return actor;
}
