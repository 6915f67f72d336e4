import { tendAlliances } from '../alliances/index.ts';
import { sweepProviderState, sweepSteps } from '../login/index.ts';
import type { JobDefinition } from '../module/module.ts';
import { sweepNotices } from '../notices/index.ts';
import { forgetEndedProcesses } from '../participation/index.ts';
import { ERASE_RECORDS, enforceRetention, eraseRecordsLater } from '../personal-data/index.ts';
import { sweepIdempotency } from '../web/index.ts';

/** What the kernel itself tidies up. */
// biome-ignore lint/suspicious/noExplicitAny: a registry of jobs with different data
export const kernelJobs: readonly JobDefinition<any>[] = [
  { name: 'kernel.sweep-idempotency', cron: '41 * * * *', run: (kernel) => sweepIdempotency(kernel) },
  {
    name: 'kernel.sweep-logins',
    cron: '*/15 * * * *',
    run: async (kernel) => {
      await sweepProviderState(kernel);
      await sweepSteps(kernel);
    },
  },
  { name: 'kernel.tend-alliances', cron: '*/10 * * * *', run: tendAlliances },
  { name: 'kernel.refresh-trust', cron: '*/10 * * * *', run: (kernel) => kernel.resolver.refreshDue() },
  { name: 'kernel.forget-pseudonyms', cron: '7 * * * *', run: (kernel) => forgetEndedProcesses(kernel) },
  { name: 'kernel.sweep-notices', cron: '37 3 * * *', run: (kernel) => sweepNotices(kernel) },
  { name: 'kernel.retention', cron: '23 3 * * *', run: (kernel) => enforceRetention(kernel) },
  { name: ERASE_RECORDS, run: eraseRecordsLater },
];
