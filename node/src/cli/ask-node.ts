import type { Config } from '../kernel/config/config.ts';
import { call } from '../kernel/control/client.ts';
import { NoRunningNode } from '../kernel/control/error.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Io } from './framework/io.ts';
import { requireNode } from './settings.ts';

/**
 * Asks the node of a data directory to do something: over its control socket where it runs, else by opening its database
 * for the moment. A result is what came through JSON, either way.
 */
export async function askOwnNode<Result>(
  config: Config,
  io: Io,
  method: string,
  params: object = {},
): Promise<Result> {
  try {
    return await call<Result>(config.dataDir, method, params);
  } catch (error) {
    if (!(error instanceof NoRunningNode)) throw error;
  }
  requireNode(config);
  io.progress('No node runs here: opening its database …');
  return await withStoppedNode(config, async (kernel) => {
    const result = await kernel.control.call(method, params);
    return JSON.parse(JSON.stringify(result ?? null)) as Result;
  });
}

/** Opens the database of a node that does not run; nothing is served, signed or followed meanwhile. */
export async function withStoppedNode<Result>(
  config: Config,
  work: (kernel: Kernel) => Promise<Result>,
): Promise<Result> {
  const { openStoppedNode } = await import('../main.ts');
  const { registerNodeControl } = await import('../kernel/control/node-methods.ts');
  const { registerAllianceControl } = await import('../kernel/alliances/index.ts');
  const { registerTrustControl } = await import('../kernel/trust/index.ts');
  const { kernel, close } = await openStoppedNode({ ...config, logLevel: 'silent' });
  try {
    registerNodeControl(kernel);
    registerTrustControl(kernel);
    registerAllianceControl(kernel);
    return await work(kernel);
  } finally {
    await close();
  }
}
