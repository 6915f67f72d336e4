import { sweepSessions } from '../identity/index.ts';
import type { JobDefinition } from '../module/module.ts';
import { sweepIdempotency } from '../web/index.ts';

/** What the kernel itself tidies up. */
export const kernelJobs: readonly JobDefinition[] = [
  { name: 'kernel.sweep-sessions', cron: '17 * * * *', run: (kernel) => sweepSessions(kernel) },
  { name: 'kernel.sweep-idempotency', cron: '41 * * * *', run: (kernel) => sweepIdempotency(kernel) },
  { name: 'kernel.refresh-trust', cron: '*/10 * * * *', run: (kernel) => kernel.resolver.refreshDue() },
];
