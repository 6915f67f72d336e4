import { readFileSync } from 'node:fs';
import type { TestNode } from '../../../e2e/support/node.ts';
import { startedNode } from './started-node.ts';
import { storages } from './storage.ts';
import type { Figure } from './table.ts';

/** Memory of a node that has started and has nothing to do. */
export async function idleMemory(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const make of storages()) {
    const storage = await make();
    const node = await startedNode(storage);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    const goal = storage.name === 'PostgreSQL' ? { goal: 200 } : {};
    figures.push({
      what: 'memory of an idle node',
      on: storage.name,
      value: resident(node),
      unit: 'MB',
      ...goal,
    });
    await node.stop();
    await storage.drop();
  }
  return figures;
}

function resident({ running }: TestNode): number {
  const status = readFileSync(`/proc/${running?.child.pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1000;
}
