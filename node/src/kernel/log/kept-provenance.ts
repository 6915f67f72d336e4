import type { Kernel } from '../kernel.ts';
import type { Provenance } from '../web/page.ts';
import { DEFAULT_LIMIT } from '../web/paging.ts';
import { keepWhileUnchanged } from './keep-while-unchanged.ts';
import { loadProvenance, type RecordRef } from './provenance.ts';
import type { ShownLogs } from './shown-logs.ts';

const kept = keepWhileUnchanged<Map<string, Provenance>>(1000);

/**
 * The same as `loadProvenance`, shared by all who read the same list in the same second. A cosignature may thus be seen a
 * second late; what is withdrawn or erased lengthens a log, and is seen at once. Longer lists are not kept.
 */
export function keptProvenance(
  kernel: Kernel,
  shown: ShownLogs,
  refs: readonly RecordRef[],
): Promise<Map<string, Provenance>> {
  if (refs.length > DEFAULT_LIMIT) return loadProvenance(kernel, refs);
  const key = refs.map(({ log, jti }) => `${log}/${jti}`).join();
  return kept(kernel, shown, key, () => loadProvenance(kernel, refs));
}
