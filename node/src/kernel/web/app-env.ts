import type { Actor } from '../identity/actor.ts';
import type { Login } from '../identity/session-row.ts';
import type { PageContext } from './page.ts';
import type { Session } from './session.ts';

/** Variables that the kernel's middleware sets on every request. */
export interface AppEnv {
  Variables: {
    requestId: string;
    actor: Actor;
    /** How the person of this session logged in; null for tokens and for nobody. */
    login: Login | null;
    page: PageContext;
    /** Sign in and out. */
    session: Session;
    /** The actor came from `Authorization: Bearer`, not from a cookie. */
    bearer: boolean;
    /** The answer holds a form token: no cache keeps it. Set by the first use of `page.csrf`. */
    csrfUsed?: boolean;
    /** Value of the visit cookie to be set with the answer. */
    newVisit?: string;
  };
}
