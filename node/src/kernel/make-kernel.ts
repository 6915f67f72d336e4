import { type Bell, makeBell } from './bell.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config/config.ts';
import { makeControl } from './control/registry.ts';
import type { Migrations } from './database/migrate.ts';
import { kernelMigrations } from './database/migrations/index.ts';
import { openDatabase } from './database/open.ts';
import { OwnEntity, TrustResolver } from './federation/index.ts';
import { makeFetcher } from './fetch/index.ts';
import { makeHealth } from './health/health.ts';
import { loadI18n, messageSources } from './i18n/index.ts';
import { identityOf } from './identity-of-node.ts';
import { kernelJobs } from './jobs/kernel-jobs.ts';
import { makeJobs, type RunningJobs } from './jobs/pg-jobs.ts';
import type { Kernel } from './kernel.ts';
import { hasKeys, openKeys } from './keys/database-keys.ts';
import { masterKey } from './keys/master-key.ts';
import { ensureOwnLog } from './log/own-log.ts';
import { makeTileReader } from './log/tile-reader.ts';
import { makeLogger } from './logger.ts';
import { makeLogin } from './login/index.ts';
import { makeMetrics } from './metrics.ts';
import type { Module } from './module/module.ts';
import { makeRegistry } from './module/registry.ts';
import type { NodeOptions } from './node-options.ts';
import { participationKind } from './participation/index.ts';
import { recordKinds } from './records/kernel-kinds.ts';
import { makeRecords } from './records/service.ts';
import { entityKeysKind } from './trust/entity-keys.ts';
import { VERSION } from './version.ts';

/** A kernel with the ends that only the process itself holds. */
export interface MadeKernel {
  kernel: Kernel;
  jobs: RunningJobs;
  published: Bell;
  close(): Promise<void>;
}

/** All migrations of a node: the kernel's, then each module's in the order of the list. */
export function allMigrations(modules: readonly Module[]): Migrations {
  return Object.assign({}, kernelMigrations, ...modules.map((module) => module.migrations ?? {}));
}

/** Opens database and keys and puts the services together. Nothing runs yet. */
export async function makeKernel(options: NodeOptions, config: Config): Promise<MadeKernel> {
  const { modules, peering, clock = systemClock } = options;
  const log = makeLogger(config.logLevel, { node: config.host });
  const database = options.database ?? (await openDatabase(config, allMigrations(modules)));
  const fetcher = makeFetcher({ allowLoopback: config.allowLoopback, userAgent: `Koinon/${VERSION}` });
  const close = async () => {
    await fetcher.close();
    if (!options.database) await database.close();
  };
  try {
    const identity = await identityOf(database.db, config);
    const [keys, i18n] = await Promise.all([
      masterKey(config, () => hasKeys(database)).then((master) => openKeys(database, master, clock)),
      loadI18n(messageSources(modules), {
        strict: options.strictMessages ?? false,
        ...(config.timeZone === undefined ? {} : { timeZone: config.timeZone }),
        onProblem: (problem) => log.error(problem, 'a message is missing'),
      }),
    ]);
    const jobs = makeJobs(database, [...kernelJobs, ...modules.flatMap((module) => module.jobs ?? [])]);
    const published = makeBell();
    const entity = new OwnEntity(() => kernel);
    const parts: Omit<Kernel, 'records' | 'login'> = {
      config,
      identity,
      clock,
      log,
      database,
      db: database.db,
      keys,
      trust: peering.trust(database),
      entity,
      resolver: new TrustResolver({ db: database.db, clock, fetcher, log, own: entity }),
      fetcher,
      jobs,
      i18n,
      modules: makeRegistry(modules, [...recordKinds, participationKind, entityKeysKind, ...peering.kinds]),
      metrics: makeMetrics({ process: options.processMetrics ?? false }),
      ownLog: await ensureOwnLog({ database, identity, keys, clock }),
      tiles: makeTileReader(database.db),
      publishing: published,
      health: makeHealth(clock),
      control: makeControl(),
    };
    const kernel = parts as Kernel;
    Object.assign(kernel, { records: makeRecords(kernel), login: makeLogin(kernel) });
    for (const module of modules) module.control?.(kernel);
    return { kernel, jobs, published, close };
  } catch (error) {
    await close().catch(() => {});
    throw error;
  }
}
