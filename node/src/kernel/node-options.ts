import type { Clock } from './clock.ts';
import type { Config } from './config/config.ts';
import type { OpenDatabase } from './database/open.ts';
import type { Module } from './module/module.ts';
import type { Peering } from './peering.ts';
import type { WebOptions } from './web/index.ts';

/** What a node is made of; `main.ts` names the parts. */
export interface NodeOptions {
  config: Config;
  modules: readonly Module[];
  peering: Peering;
  web: Pick<WebOptions, 'errorPage' | 'stylesheet' | 'rateLimits'>;
  clock?: Clock;
  /** A database that is open already and stays the caller's (tests). */
  database?: OpenDatabase;
  /** Fails on missing messages instead of showing their keys (tests). */
  strictMessages?: boolean;
  /** Adds memory, event loop and the like to `/metrics`: once per process. */
  processMetrics?: boolean;
}
