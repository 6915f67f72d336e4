import type { Kernel } from '../kernel.ts';
import { tendHosted } from './tend-hosted.ts';
import { tendMemberships } from './tend-memberships.ts';

/** Looks at everything that alliances may have changed since the last time. */
export async function tendAlliances(kernel: Kernel): Promise<void> {
  await tendHosted(kernel);
  await tendMemberships(kernel);
}
