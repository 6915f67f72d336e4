import type { Kernel } from '../../kernel/kernel.ts';
import type { ApiRoute } from '../../kernel/web/api-route.ts';
import { eventActs } from './api/acts.ts';
import { readRoutes } from './api/reads.ts';
import { registrationRoutes } from './api/registrations.ts';

/** The REST API of the module. `{origin}` in an address is `self`, or `~` and the host of a partner. */
export function eventsApi(kernel: Kernel): readonly ApiRoute[] {
  return [...eventActs(), ...registrationRoutes(kernel), ...readRoutes(kernel)];
}
