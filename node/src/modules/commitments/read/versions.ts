import type { Kernel } from '../../../kernel/kernel.ts';
import { historyOf, type Version } from '../../../kernel/log/history.ts';
import { ASSESSMENT, COMMITMENT, LEAD, PLAN, REFERENCE, REPORT } from '../kinds.ts';
import type { Thing } from '../subjects.ts';

const KINDS: Readonly<Record<Thing, string>> = {
  plan: PLAN,
  commitment: COMMITMENT,
  lead: LEAD,
  report: REPORT,
  assessment: ASSESSMENT,
  reference: REFERENCE,
};

/** Versions of a subject as they were signed, newest first; with `latest` only so many. */
export function versionsOf(
  kernel: Pick<Kernel, 'db'>,
  thing: Thing,
  { log, sub }: { log: number; sub: string },
  latest?: number,
): Promise<Version<Record<string, unknown>>[]> {
  return historyOf(kernel.db, { log, sub, kind: KINDS[thing] }, latest);
}
