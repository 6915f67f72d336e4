import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { call } from '../../node/src/kernel/control/client.ts';
import { countries, demoTime, type NodeKey } from '../content/index.ts';
import { accessOf, type NodeAccess, removeAccess, writeAccess } from './access.ts';
import type { DemoNode } from './demo-node.ts';
import { foundAlliance } from './found-alliance.ts';
import { makeAccounts, makePartners } from './introduce.ts';
import { liveAlliance } from './live-alliance.ts';
import { NodeApi } from './node-api.ts';
import { type NodeProcess, spawnNode } from './node-process.ts';
import { requireFreePorts } from './ports.ts';
import { publishStories } from './publish.ts';
import { openState, type StateFile } from './state.ts';
import { until } from './until.ts';

export interface DemoOptions {
  /** The `.koinon` folder that state and access file go to. */
  folder: string;
  firstPort: number;
  /** Forget an earlier run on these ports. */
  fresh?: boolean;
  /** One PostgreSQL for all three, in a schema each; otherwise each has its own PGlite. */
  databaseUrl?: string | undefined;
  /** Called with a line for every step. */
  report(line: string): void;
}

export interface RunningDemo {
  nodes: readonly NodeAccess[];
  /** Resolves with the names of nodes that ended although nobody stopped them. */
  onEnd(heard: (name: string, logFile: string) => void): void;
  /** Stops all nodes, within ten seconds. */
  stop(): Promise<void>;
}

/**
 * Starts the three nodes of the demo alliance as processes of their own, introduces them to each other and publishes
 * their content; a second start goes on from what is there.
 *
 * @throws PortBusy, NodeFailed, ApiRefused
 */
export async function startDemo(
  options: DemoOptions,
  signal: AbortSignal = new AbortController().signal,
): Promise<RunningDemo> {
  const { folder, firstPort, report } = options;
  const directory = join(folder, 'demo', String(firstPort));
  const nodes = countries.map((country, i): DemoNode => {
    const port = firstPort + i;
    const dataDir = join(directory, country.key);
    return {
      country,
      port,
      url: `http://127.0.0.1:${port}`,
      dataDir,
      logFile: join(directory, `${country.key}.log`),
    };
  });
  await requireFreePorts(nodes.map(({ port }) => port));
  await removeAccess(folder);
  if (options.fresh) await forget(directory, nodes, options.databaseUrl);
  const file = await openState(join(directory, 'state.json'), new Date());
  report(
    firstTime(file)
      ? 'Starting three nodes; each makes its keys and its database …'
      : 'Starting three nodes …',
  );
  const processes = nodes.map((node) => spawnNode(node, databaseOf(node, options)));
  const stop = async () => {
    await removeAccess(folder);
    await Promise.all(processes.map((process) => process.stop()));
  };
  try {
    await Promise.all(processes.map((process) => serving(process, report)));
    signal.throwIfAborted();
    await introduce(nodes, file, report);
    if (!file.state.complete) {
      const founded = foundAlliance(nodes).then(() => live(nodes, file, signal));
      await Promise.all([founded, publish(nodes, file, signal, report)]);
      await untilAllAgree(nodes, file.state.acts, signal);
      // Otherwise the pages would say for a day that nobody has asked yet.
      await Promise.all(nodes.map(({ dataDir }) => call(dataDir, 'commitments.evidence', {})));
      file.state.complete = true;
      await file.save();
    }
    const access = nodes.map((node) => accessOf(node, file.state));
    await writeAccess(folder, access);
    return { nodes: access, stop, onEnd: (heard) => watch(processes, heard) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function firstTime({ state }: StateFile): boolean {
  return Object.keys(state.tokens).length === 0;
}

async function serving(process: NodeProcess, report: (line: string) => void): Promise<void> {
  await process.serving;
  report(`${process.node.country.profile.name} is at ${process.node.url}`);
}

async function introduce(
  nodes: readonly DemoNode[],
  file: StateFile,
  report: (line: string) => void,
): Promise<void> {
  await Promise.all(nodes.map((node) => makeAccounts(node, file)));
  if (file.state.partners.length < nodes.length * (nodes.length - 1)) {
    report('Introducing the three nodes to each other …');
    await Promise.all(
      nodes.map((node) =>
        makePartners(
          node,
          nodes.filter((other) => other !== node),
          file,
        ),
      ),
    );
  }
}

async function publish(
  nodes: readonly DemoNode[],
  file: StateFile,
  signal: AbortSignal,
  report: (line: string) => void,
) {
  const { state } = file;
  await publishStories({
    apis: apisOf(nodes, file),
    hosts: byKey(nodes, (node) => new URL(node.url).host),
    origins: byKey(nodes, ({ url }) => url),
    time: demoTime(new Date(state.firstStart)),
    file,
    signal,
    progress: (done, all) => {
      if (done % 10 === 0 || done === all) report(`Publishing: ${done} of ${all} acts`);
    },
  });
}

async function live(nodes: readonly DemoNode[], file: StateFile, signal: AbortSignal): Promise<void> {
  const time = demoTime(new Date(file.state.firstStart));
  const urls = byKey(nodes, ({ url }) => url);
  await liveAlliance({ apis: apisOf(nodes, file), urls, time, file, signal });
}

function byKey<T>(nodes: readonly DemoNode[], make: (node: DemoNode) => T): Record<NodeKey, T> {
  return Object.fromEntries(nodes.map((node) => [node.country.key, make(node)])) as Record<NodeKey, T>;
}

function apisOf(nodes: readonly DemoNode[], { state }: StateFile): Record<NodeKey, NodeApi> {
  return byKey(nodes, (node) => new NodeApi(node, accessOf(node, state).adminToken));
}

/** The last act of each node has reached every other. */
async function untilAllAgree(
  nodes: readonly DemoNode[],
  acts: Record<string, { sub: string; jti: string }>,
  signal: AbortSignal,
): Promise<void> {
  const last = new Map(Object.values(acts).map(({ sub, jti }) => [new URL(sub).origin, jti]));
  const jtis = [...last.values()];
  await Promise.all(
    nodes.flatMap((node) =>
      jtis.map((jti) =>
        until(
          `record ${jti} at ${node.country.key}`,
          async () => (await fetch(`${node.url}/records/${jti}.json`, { signal })).ok,
          signal,
        ),
      ),
    ),
  );
}

function databaseOf(node: DemoNode, { databaseUrl, firstPort }: DemoOptions): Record<string, string> {
  return databaseUrl === undefined
    ? {}
    : { DATABASE_URL: databaseUrl, KOINON_DB_SCHEMA: schemaOf(node, firstPort) };
}

function schemaOf({ country }: DemoNode, firstPort: number): string {
  return `demo_${firstPort}_${country.key}`;
}

async function forget(
  directory: string,
  nodes: readonly DemoNode[],
  databaseUrl: string | undefined,
): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  if (databaseUrl === undefined) return;
  const { dropSchema } = await import('../../node/src/kernel/database/drop-schema.ts');
  const firstPort = nodes[0]?.port ?? 0;
  for (const node of nodes) await dropSchema(databaseUrl, schemaOf(node, firstPort));
}

function watch(processes: readonly NodeProcess[], heard: (name: string, logFile: string) => void): void {
  for (const { node, ended } of processes)
    void ended.then(() => heard(node.country.profile.name, node.logFile));
}
