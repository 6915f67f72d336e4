import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freshDatabase } from './database.ts';
import { freePorts } from './ports.ts';
import { startScript } from './process.ts';
import { until } from './until.ts';

/** One node of the demo alliance, as `.koinon/demo/access.json` describes it. */
export interface DemoNode {
  name: string;
  url: string;
  adminToken: string;
  accounts: { role: string; name: string; login: string }[];
}

export interface Alliance {
  nodes: DemoNode[];
  /** Working directory of the demo; its state is below `.koinon`. */
  folder: string;
  port: number;
}

declare module 'vitest' {
  export interface ProvidedContext {
    alliance: Alliance;
  }
}

/** Starts the real demo, the way `npm start` does, on ports and in a folder of its own. */
export async function startAlliance(): Promise<Alliance & { stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'koinon-e2e-'));
  const port = await freePorts(3);
  const database = await freshDatabase();
  const demo = startScript('node/src/cli.ts', ['demo'], {
    cwd: folder,
    env: { KOINON_DEMO_PORT: String(port), ...(database ? { DATABASE_URL: database.url } : {}) },
  });
  const stop = async () => {
    await demo.end('SIGINT');
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const nodes = await until(
      'the demo is ready',
      async () => {
        if (demo.child.exitCode !== null) return [];
        const access = JSON.parse(readFileSync(join(folder, '.koinon/demo/access.json'), 'utf8'));
        const nodes: DemoNode[] = access.nodes;
        const answers = await Promise.all(nodes.map(({ url }) => fetch(`${url}/health`)));
        return answers.every(({ ok }) => ok) && nodes;
      },
      180_000,
      200,
    );
    if (nodes.length === 0) throw new Error('the demo ended');
    return { nodes, folder, port, stop };
  } catch (error) {
    console.error(demo.output());
    await stop();
    throw error;
  }
}

let running: { stop(): Promise<void> } | undefined;

/** Vitest calls this once before the first test of the project, and `teardown` after the last. */
export async function setup(project: TestProject): Promise<void> {
  const { stop, ...alliance } = await startAlliance();
  running = { stop };
  project.provide('alliance', alliance);
}

export async function teardown(): Promise<void> {
  await running?.stop();
}
