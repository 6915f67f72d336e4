import { z } from 'zod';
import type { Kernel } from './kernel.ts';
import { VERSION } from './version.ts';

/** Control methods of the kernel itself. Federation and identity register theirs. */
export function registerKernelMethods(kernel: Kernel): void {
  const { control } = kernel;
  control.register('status', z.object({}), async () => {
    const log = await kernel.db
      .selectFrom('log')
      .select(['size', 'note_size', 'note_at'])
      .where('id', '=', kernel.ownLog)
      .executeTakeFirstOrThrow();
    return {
      version: VERSION,
      pid: process.pid,
      origin: kernel.identity.origin,
      database: kernel.database.kind,
      log: { size: log.size, published: log.note_size, publishedAt: log.note_at },
      health: kernel.health.read(),
    };
  });
}
