import type { Kernel } from '../../kernel/kernel.ts';
import type { ApiRoute } from '../../kernel/web/api-route.ts';
import { actRoutes } from './api/acts.ts';
import { readRoutes } from './api/reads.ts';

/** The REST API of the module. `{origin}` in an address is `self`, or `~` and the host of a partner. */
export function alliancesApi(kernel: Kernel): readonly ApiRoute[] {
  return [...actRoutes(), ...readRoutes(kernel)];
}
