import type { Kernel } from '../../../kernel/kernel.ts';
import { historyOf, type Version } from '../../../kernel/log/history.ts';
import type { Adoption } from '../adoption.ts';
import { ADOPTION, PRACTICE } from '../kinds.ts';
import type { Practice } from '../practice.ts';

type Subject = { log: number; sub: string };

/** Versions of a practice, newest first; with `latest` only so many. */
export function practiceVersions(
  kernel: Pick<Kernel, 'db'>,
  { log, sub }: Subject,
  latest?: number,
): Promise<Version<Practice>[]> {
  return historyOf(kernel.db, { log, sub, kind: PRACTICE }, latest);
}

export function adoptionVersions(
  kernel: Pick<Kernel, 'db'>,
  { log, sub }: Subject,
  latest?: number,
): Promise<Version<Adoption>[]> {
  return historyOf(kernel.db, { log, sub, kind: ADOPTION }, latest);
}
