import type { StaffActor } from '../identity/tokens.ts';

/** Signing in and out of one browser, as pages find it in `c.var.session`. */
export interface Session {
  /**
   * Opens a session for the token and sets its cookie.
   * @throws BadToken, TooManyRequests (ten tries in a quarter of an hour from one address)
   */
  signIn(token: string): Promise<StaffActor>;
  signOut(): Promise<void>;
}
