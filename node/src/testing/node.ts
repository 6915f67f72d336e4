import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../kernel/clock.ts';
import type { Config } from '../kernel/config/config.ts';
import { migrate } from '../kernel/database/migrate.ts';
import type { NodeProfile } from '../kernel/database/tables/partners.ts';
import { allMigrations } from '../kernel/make-kernel.ts';
import type { Module } from '../kernel/module/module.ts';
import type { NodeOptions } from '../kernel/node-options.ts';
import type { Peering } from '../kernel/peering.ts';
import { type RunningNode, startNode } from '../kernel/start.ts';
import { ErrorPage, readStylesheet } from '../ui/index.ts';
import { alone } from './alone.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export interface TestNodeOptions {
  modules?: readonly Module[];
  profile?: NodeProfile;
  clock?: Clock;
  peering?: Peering;
  config?: Partial<Config>;
  rateLimits?: NodeOptions['web']['rateLimits'];
  /** A database that was made before; otherwise the node gets its own. */
  database?: TestDatabase;
}

export interface TestNode extends RunningNode {
  readonly config: Config;
  /** Starts again on the same data and port, as after a restart of the process; `between` runs while it is stopped. */
  restart(between?: () => Promise<void>): Promise<void>;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/** A real node on 127.0.0.1 and a free port, with a database of its own that goes when it stops. */
export async function testNode(options: TestNodeOptions = {}): Promise<TestNode> {
  const dataDir = await mkdtemp(join(tmpdir(), 'koinon-test-'));
  const database = options.database ?? (await testDatabase());
  const modules = options.modules ?? [];
  await migrate(database.db, database.schema, allMigrations(modules));
  const config = testConfig({ dataDir, profile: options.profile, ...options.config });
  const start = (settings: Config) =>
    startNode({
      config: settings,
      modules,
      peering: options.peering ?? alone,
      web: {
        errorPage: ErrorPage,
        stylesheet: readStylesheet(),
        ...(options.rateLimits ? { rateLimits: options.rateLimits } : {}),
      },
      ...(options.clock ? { clock: options.clock } : {}),
      database,
      strictMessages: true,
    });
  let running = await start(config);
  const settings = running.kernel.config;
  return {
    get kernel() {
      return running.kernel;
    },
    get url() {
      return running.url;
    },
    get app() {
      return running.app;
    },
    config: settings,
    async restart(between) {
      await running.stop();
      await between?.();
      running = await start(settings);
    },
    async stop() {
      await running.stop();
      if (!options.database) await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

export function testConfig(overrides: Partial<Config> = {}): Config {
  return {
    origin: 'http://127.0.0.1:0',
    host: '127.0.0.1:0',
    port: 0,
    listen: '127.0.0.1',
    dataDir: tmpdir(),
    databaseUrl: undefined,
    schema: 'koinon',
    masterKey: new Uint8Array(randomBytes(32)),
    logLevel: 'silent',
    allowLoopback: true,
    demo: false,
    production: false,
    trustProxy: false,
    fourEyes: false,
    ...overrides,
  };
}
