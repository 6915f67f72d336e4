import { vi } from 'vitest';
import { peering, startPeering } from '../kernel/follow/peering.ts';
import { FOLLOW_SETTINGS, type FollowSettings } from '../kernel/follow/start.ts';
import type { Peering } from '../kernel/peering.ts';
import { addPartner } from '../kernel/trust/index.ts';
import { type TestNode, type TestNodeOptions, testNode } from './node.ts';

export interface TestAllianceOptions extends Omit<TestNodeOptions, 'database' | 'peering'> {
  follow?: Partial<FollowSettings>;
}

/** Peering whose patience and rounds are as short as a test needs them. */
export function testPeering(follow: Partial<FollowSettings> = {}): Peering {
  return {
    ...peering,
    async start(kernel) {
      return await startPeering(kernel, { ...FOLLOW_SETTINGS, ...follow });
    },
  };
}

/** `count` real nodes that follow and cosign each other, each with a database of its own. Stop them all in `afterAll`. */
export async function testAlliance(count: number, options: TestAllianceOptions = {}): Promise<TestNode[]> {
  const { follow, ...rest } = options;
  const nodes: TestNode[] = [];
  for (let i = 0; i < count; i++) nodes.push(await testNode({ ...rest, peering: testPeering(follow) }));
  await vi.waitFor(async () => {
    for (const node of nodes) {
      const { status } = await fetch(`${node.url}/log/checkpoint`);
      if (status !== 200) throw new Error(`${node.url} has published nothing yet`);
    }
  }, 10_000);
  for (const node of nodes) {
    for (const other of nodes) {
      if (other !== node) await befriend(node, other);
    }
  }
  return nodes;
}

/** Makes `other` a partner of `node`, on first contact. */
export async function befriend(node: TestNode, other: { url: string }): Promise<void> {
  await addPartner(node.kernel, { type: 'system', reason: 'test' }, { url: other.url });
}
