import type { Actor } from '../identity/actor.ts';
import type { PageContext } from './page.ts';

/** Variables that the kernel's middleware sets on every request. */
export interface AppEnv {
  Variables: {
    requestId: string;
    actor: Actor;
    page: PageContext;
  };
}
