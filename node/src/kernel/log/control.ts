import { formatPolicy, parseTilePath } from '@koinon/transparency-log';
import { z } from 'zod';
import type { Kernel } from '../kernel.ts';
import { ownPolicy } from '../trust/policy.ts';

/** What `koinon log export` asks of a node: the files of its log, as they are served below `/log/`, in base64. */
export function registerLogControl(kernel: Kernel): void {
  const path = z.string().max(200);
  kernel.control.register('log.read', z.strictObject({ path }), async (asked) => {
    const bytes = await readLogFile(kernel, asked.path);
    return bytes === null ? null : Buffer.from(bytes).toString('base64');
  });
}

async function readLogFile(kernel: Kernel, path: string): Promise<Uint8Array | null> {
  const { db, ownLog, tiles } = kernel;
  if (path === 'policy') return Buffer.from(formatPolicy(await ownPolicy(kernel)));
  if (path === 'checkpoint') {
    const row = await db.selectFrom('log').select('note').where('id', '=', ownLog).executeTakeFirst();
    return row?.note ? Buffer.from(row.note) : null;
  }
  const id = parseTilePath(path);
  if (id === null) return null;
  return id.kind === 'tile' ? await tiles.tile(ownLog, id) : await tiles.bundle(ownLog, id);
}
