import type { Kernel } from '../../kernel/kernel.ts';
import type { ApiRoute } from '../../kernel/web/api-route.ts';
import { commitmentActs, sayingActs } from './api/acts.ts';
import { commentRoutes } from './api/comments.ts';
import { readRoutes } from './api/reads.ts';
import { referenceRoutes } from './api/references.ts';
import { waitingRoutes } from './api/waiting.ts';

/** The REST API of the module. `{origin}` in an address is `self`, or `~` and the host of a partner. */
export function commitmentsApi(kernel: Kernel): readonly ApiRoute[] {
  return [
    ...commitmentActs(),
    ...sayingActs(),
    ...referenceRoutes(kernel),
    ...readRoutes(kernel),
    ...commentRoutes(kernel),
    ...waitingRoutes(kernel),
  ];
}
