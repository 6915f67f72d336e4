import type { Config } from './kernel/config/config.ts';
import type { Module } from './kernel/module/module.ts';
import type { NodeOptions } from './kernel/node-options.ts';
import { type RunningNode, startNode } from './kernel/start.ts';
import { home } from './modules/home/index.ts';
import { partners } from './modules/partners/index.ts';
import { practices } from './modules/practices/index.ts';
import { records } from './modules/records/index.ts';
import { session } from './modules/session/index.ts';
import { verification } from './modules/verification/index.ts';
import { alone } from './testing/alone.ts';
import { makeTrustStore } from './kernel/trust/index.ts';
import { trustKinds } from './kernel/trust/kinds.ts';
import { witnessRoutes } from './kernel/witness/routes.ts';
import { registerTrustControl } from './kernel/trust/index.ts';
import { ErrorPage, readStylesheet } from './ui/index.ts';

/** The one list of modules, in the order of navigation. */
export const modules: readonly Module[] = [home, practices, partners, records, verification, session];

/** Starts a node with all modules. */
export function runNode(config: Config, options: Partial<NodeOptions> = {}): Promise<RunningNode> {
  return startNode({
    config,
    modules,
    federation: { ...alone, kinds: trustKinds, trust: (d) => makeTrustStore(d.db), routes: (k) => [witnessRoutes(k)], start: async (k) => { registerTrustControl(k); return { stop: async () => {} }; } },
    web: { errorPage: ErrorPage, stylesheet: readStylesheet() },
    ...options,
  });
}
