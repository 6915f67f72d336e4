import type { Kernel } from '../../kernel/kernel.ts';
import type { ApiRoute } from '../../kernel/web/api-route.ts';
import { memberActs, projectActs } from './api/acts.ts';
import { readRoutes } from './api/reads.ts';
import { callRoutes, expertRoutes } from './api/seeking.ts';

/** The REST API of the module. `{origin}` in an address is `self`, or `~` and the host of a partner. */
export function projectsApi(kernel: Kernel): readonly ApiRoute[] {
  return [
    ...projectActs(),
    ...memberActs(),
    ...callRoutes(kernel),
    ...expertRoutes(kernel),
    ...readRoutes(kernel),
  ];
}
