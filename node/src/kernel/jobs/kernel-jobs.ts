import type { JobDefinition } from '../module/module.ts';
import { forgetEndedProcesses } from '../participation/index.ts';
import { sweepIdempotency } from '../web/index.ts';

/** What the kernel itself tidies up. */
export const kernelJobs: readonly JobDefinition[] = [
  { name: 'kernel.sweep-idempotency', cron: '41 * * * *', run: (kernel) => sweepIdempotency(kernel) },
  { name: 'kernel.refresh-trust', cron: '*/10 * * * *', run: (kernel) => kernel.resolver.refreshDue() },
  { name: 'kernel.forget-pseudonyms', cron: '7 * * * *', run: (kernel) => forgetEndedProcesses(kernel) },
];
