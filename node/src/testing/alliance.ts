import { vi } from 'vitest';
import { call } from '../kernel/control/client.ts';
import { federation } from '../kernel/follow/federation.ts';
import { type TestNode, type TestNodeOptions, testNode } from './node.ts';

export interface TestAlliance {
  readonly nodes: readonly TestNode[];
  stop(): Promise<void>;
}

/**
 * Nodes that follow and cosign each other, each with a database of its own; returns once everyone has checked everyone.
 */
export async function testAlliance(
  count: number,
  options: (index: number) => TestNodeOptions = () => ({}),
): Promise<TestAlliance> {
  const nodes = await Promise.all(
    Array.from({ length: count }, (_, index) => testNode({ federation, ...options(index) })),
  );
  try {
    await vi.waitFor(async () => {
      for (const node of nodes) await publishedSize(node);
    }, 10_000);
    for (const node of nodes) {
      for (const other of nodes) {
        if (other !== node) await call(node.config.dataDir, 'partner.add', { url: other.url });
      }
    }
    return {
      nodes,
      stop: async () => {
        await Promise.all(nodes.map((node) => node.stop()));
      },
    };
  } catch (error) {
    await Promise.all(nodes.map((node) => node.stop()));
    throw error;
  }
}

async function publishedSize(node: TestNode): Promise<number> {
  const answer = await fetch(`${node.url}/log/checkpoint`);
  if (answer.status !== 200) throw new Error(`${node.url} has published nothing yet`);
  return Number((await answer.text()).split('\n')[1]);
}
