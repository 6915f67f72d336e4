import type { Kernel } from '../kernel.ts';
import type { ShownLogs } from './shown-logs.ts';

interface Kept<T> {
  revision: string;
  at: number;
  value: Promise<T>;
}

const MOST_KEPT = 500;
/**
 * Keeps what is read from projected tables alone until they can have changed: readers of a busy page then share one
 * query. `key` names everything else that the answer depends on. The revision says when tables can have changed;
 * `longestMs` bounds what is wrong if a projection commits after its log's size.
 */
export function keepWhileUnchanged<T>(longestMs: number) {
  const byKernel = new WeakMap<object, Map<string, Kept<T>>>();
  return (
    kernel: Pick<Kernel, 'clock'>,
    { revision }: Pick<ShownLogs, 'revision'>,
    key: string,
    read: () => Promise<T>,
  ): Promise<T> => {
    const kept = byKernel.get(kernel) ?? new Map<string, Kept<T>>();
    byKernel.set(kernel, kept);
    const now = kernel.clock.now().getTime();
    const known = kept.get(key);
    if (known?.revision === revision && Math.abs(now - known.at) < longestMs) return known.value;
    const made: Kept<T> = { revision, at: now, value: read() };
    made.value.catch(() => kept.delete(key));
    kept.delete(key);
    kept.set(key, made);
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
    return made.value;
  };
}
