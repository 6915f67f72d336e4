import type { Hono } from 'hono';
import type { OpenDatabase } from './database/open.ts';
import type { Kernel } from './kernel.ts';
import type { WitnessClient } from './log/ask-witnesses.ts';
import type { RecordKind } from './module/module.ts';
import type { TrustStore } from './trust/trust-store.ts';

/** What ties a node to others: whom it trusts, its witness, the logs that it follows. */
export interface Peering extends WitnessClient {
  // biome-ignore lint/suspicious/noExplicitAny: kinds with different bodies
  kinds: readonly RecordKind<any>[];
  trust(database: OpenDatabase): TrustStore;
  /** Endpoints for machines, served from the first moment on. */
  // biome-ignore lint/suspicious/noExplicitAny: each has variables of its own
  routes(kernel: Kernel): readonly Hono<any>[];
  /** Begins to follow partners and to compare views; registers control methods. */
  start(kernel: Kernel): Promise<{ stop(): Promise<void> }>;
}
