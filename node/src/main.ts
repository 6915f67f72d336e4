import type { Config } from './kernel/config/config.ts';
import { peering } from './kernel/follow/peering.ts';
import type { Kernel } from './kernel/kernel.ts';
import { makeKernel } from './kernel/make-kernel.ts';
import type { Module } from './kernel/module/module.ts';
import type { NodeOptions } from './kernel/node-options.ts';
import { type RunningNode, startNode } from './kernel/start.ts';
import { account } from './modules/account/index.ts';
import { alliances } from './modules/alliances/index.ts';
import { api } from './modules/api/index.ts';
import { commitments } from './modules/commitments/index.ts';
import { events } from './modules/events/index.ts';
import { home } from './modules/home/index.ts';
import { notifications } from './modules/notifications/index.ts';
import { partners } from './modules/partners/index.ts';
import { practices } from './modules/practices/index.ts';
import { projects } from './modules/projects/index.ts';
import { records } from './modules/records/index.ts';
import { search } from './modules/search/index.ts';
import { session } from './modules/session/index.ts';
import { staff } from './modules/staff/index.ts';
import { verification } from './modules/verification/index.ts';
import { ErrorPage, readStylesheet } from './ui/index.ts';

/** Everything that a node can do: the one list of modules. */
export const modules: readonly Module[] = [
  home,
  practices,
  commitments,
  projects,
  events,
  records,
  partners,
  alliances,
  verification,
  search,
  session,
  account,
  notifications,
  staff,
  api,
];

/** What the node of this program is made of. */
export function nodeOptions(config: Config): NodeOptions {
  return {
    config,
    modules,
    peering,
    web: { errorPage: ErrorPage, stylesheet: readStylesheet() },
    processMetrics: true,
  };
}

const SAME_MOMENT_MS = 1000;

/**
 * Runs a node until the process is asked to end: SIGTERM, SIGINT, or the end of the parent that started it over IPC.
 * A second signal, a moment later, ends it at once.
 */
export async function serve(config: Config): Promise<RunningNode> {
  const node = await startNode(nodeOptions(config));
  let stoppingSince: number | undefined;
  const stop = (why: string) => {
    if (stoppingSince !== undefined) {
      // Ctrl-C reaches a process by the terminal and once more by whoever started it: that is one wish.
      if (performance.now() - stoppingSince > SAME_MOMENT_MS) process.exit(1);
      return;
    }
    stoppingSince = performance.now();
    node.kernel.log.info({ why }, 'stopping');
    node.stop().then(
      () => process.exit(0),
      (error) => {
        node.kernel.log.error({ err: error }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
  if (process.connected) process.once('disconnect', () => stop('the parent ended'));
  return node;
}

/** The services of a node that is not running, for commands; nothing is served, signed or followed. */
export async function openStoppedNode(config: Config): Promise<{ kernel: Kernel; close(): Promise<void> }> {
  return await makeKernel(nodeOptions(config), config);
}
