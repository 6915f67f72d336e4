import type { GuestActor, PersonActor } from '../identity/actor.ts';
import type { PersonLogin } from '../identity/sign-in-person.ts';
import type { StaffActor } from '../identity/tokens.ts';

/** Signing in and out of one browser, as pages find it in `c.var.session`. */
export interface Session {
  /** Names the session that this request came with; opens nothing. Null without one. */
  readonly id: string | null;
  /**
   * Opens a session for the token and sets its cookie.
   * @throws BadToken, TooManyRequests (ten tries in a quarter of an hour from one address)
   */
  signIn(token: string): Promise<StaffActor>;
  /**
   * Opens a session for somebody whom a login method or a home node has just proved, and sets its cookie.
   * @throws NoSuchAccount
   */
  signInPerson(login: PersonLogin): Promise<PersonActor | GuestActor>;
  /** Counts a try to log in from this address. @throws TooManyRequests */
  countTry(): Promise<void>;
  signOut(): Promise<void>;
}
