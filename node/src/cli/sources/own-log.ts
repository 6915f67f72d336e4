import type { Config } from '../../kernel/config/config.ts';
import { call } from '../../kernel/control/client.ts';
import { NoRunningNode } from '../../kernel/control/error.ts';
import { withStoppedNode } from '../ask-node.ts';
import { requireNode } from '../settings.ts';
import type { LogSource } from './log-source.ts';

type Read = (path: string) => Promise<string | null>;

/** The log of the node of a data directory, whether it runs or not. */
export async function withOwnLog<Result>(
  config: Config,
  work: (source: LogSource) => Promise<Result>,
): Promise<Result> {
  const sourceOf = (read: Read): LogSource => ({
    name: `${config.host}/log`,
    async read(path) {
      const base64 = await read(path);
      return base64 === null ? null : Buffer.from(base64, 'base64');
    },
  });
  try {
    await call(config.dataDir, 'log.read', { path: 'checkpoint' });
  } catch (error) {
    if (!(error instanceof NoRunningNode)) throw error;
    requireNode(config);
    return await withStoppedNode(config, ({ control }) =>
      work(sourceOf(async (path) => (await control.call('log.read', { path })) as string | null)),
    );
  }
  return await work(sourceOf((path) => call<string | null>(config.dataDir, 'log.read', { path })));
}
