import { TestNode } from '../../../e2e/support/node.ts';
import { freePorts } from '../../../e2e/support/ports.ts';
import type { Storage } from './storage.ts';

/** A real node in a process of its own, made for one measurement. */
export async function startedNode({ folder, databaseUrl }: Storage): Promise<TestNode> {
  const node = new TestNode({ folder, name: 'measured', port: await freePorts(1), databaseUrl });
  await node.start();
  return node;
}
