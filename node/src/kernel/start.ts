import { finishRestore, gateUntilCaughtUp } from './backup/index.ts';
import type { Config } from './config/config.ts';
import { registerNodeControl } from './control/node-methods.ts';
import { serveControl } from './control/server.ts';
import { refreshStatistics } from './database/statistics.ts';
import { healthRoutes } from './health/routes.ts';
import { listen } from './http-server.ts';
import type { Kernel } from './kernel.ts';
import { logRoutes } from './log/routes.ts';
import { startSequencer } from './log/sequencer.ts';
import { providerRoutes } from './login/index.ts';
import { startLoop } from './loop.ts';
import { type MadeKernel, makeKernel } from './make-kernel.ts';
import type { NodeOptions } from './node-options.ts';
import { recordRoutes } from './records/routes.ts';
import { VERSION } from './version.ts';
import { createApp } from './web/index.ts';

/** How long a node that was just filled may plan for empty tables. */
const STATISTICS_MS = 5_000;

export interface RunningNode {
  readonly kernel: Kernel;
  /** Where it listens: `http://127.0.0.1:4100`. */
  readonly url: string;
  readonly app: Awaited<ReturnType<typeof createApp>>;
  /** Finishes running requests, lets go of leases, closes the database. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts a node: opens its database and keys, serves, then begins to sign, to follow and to work on jobs. Pages answer
 * before the last three, which may have to wait for others.
 */
export async function startNode(options: NodeOptions): Promise<RunningNode> {
  const server = await listen(options.config);
  const stops: (() => Promise<unknown>)[] = [() => server.stop()];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      for (const one of stops) await one();
    })();
    return stopping;
  };
  try {
    const made = await makeKernel(options, withPort(options.config, server.port));
    stops.push(() => made.close());
    const { kernel } = made;
    const gate = await gateUntilCaughtUp(kernel);
    const app = await createApp(kernel, {
      ...options.web,
      gate: gate.middleware,
      machine: [
        logRoutes(kernel),
        recordRoutes(kernel),
        healthRoutes(kernel),
        providerRoutes(kernel, kernel.login.provider),
        ...options.peering.routes(kernel),
      ],
    });
    server.answer((request, bindings) => app.fetch(request, bindings));
    // Workers stop after the server and before the database.
    stops.splice(1, 0, async () => gate.stop(), await startWorkers(options, made));
    kernel.log.info({ url: server.url, origin: kernel.identity.origin, version: VERSION }, 'listening');
    return { kernel, url: server.url, app, stop };
  } catch (error) {
    await stop().catch(() => {});
    throw error;
  }
}

/** Port 0 means any free one, which the origin then has to name. */
function withPort(config: Config, port: number): Config {
  const url = new URL(config.origin);
  if (url.port !== '0') return { ...config, port };
  url.port = String(port);
  return { ...config, port, origin: url.origin, host: url.host };
}

async function startWorkers(options: NodeOptions, made: MadeKernel): Promise<() => Promise<void>> {
  const { kernel, jobs, published } = made;
  const { database, tiles, health } = kernel;
  health.set('database', database.kind === 'pglite' ? 'trial' : 'ok');
  health.set('log', 'starting');
  health.set('jobs', 'starting');
  registerNodeControl(kernel);
  const sequencer = startSequencer(kernel, options.peering, () => finishRestore(kernel));
  await database.listen('appended', () => sequencer.wake());
  await database.listen('logged', (size) => tiles.grown(kernel.ownLog, Number(size)));
  await database.listen('published', () => published.ring());
  const [following, control] = await Promise.all([
    options.peering.start(kernel),
    serveControl(kernel.control, kernel.config.dataDir, kernel.log),
  ]);
  // Nobody waits for jobs; their tables can be made while the first pages are read.
  const jobsStarted = jobs.start(kernel).then(
    () => health.set('jobs', 'ok'),
    (error) => {
      health.set('jobs', 'failing', String(error));
      kernel.log.error({ err: error }, 'jobs did not start');
    },
  );
  const statistics = startLoop(
    () => refreshStatistics(database),
    STATISTICS_MS,
    (error) => kernel.log.error({ err: error }, 'the statistics were not refreshed'),
  );
  return async () => {
    health.set('log', 'stopping');
    await statistics.stop();
    await control.close();
    await following.stop();
    await sequencer.stop();
    await jobsStarted;
    await jobs.stop();
  };
}
