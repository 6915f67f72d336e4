import type { Kernel } from '../../kernel/kernel.ts';
import type { ApiRoute } from '../../kernel/web/api-route.ts';
import { adoptionActs } from './api/adoption-acts.ts';
import { practiceActs } from './api/practice-acts.ts';
import { readRoutes } from './api/reads.ts';

/** The REST API of the module. `{origin}` in an address is `self`, or `~` and the host of a partner. */
export function practicesApi(kernel: Kernel): readonly ApiRoute[] {
  return [...practiceActs(), ...adoptionActs(), ...readRoutes(kernel)];
}
