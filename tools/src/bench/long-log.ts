import { TestNode } from '../../../e2e/support/node.ts';
import { freePorts } from '../../../e2e/support/ports.ts';
import type { Kernel } from '../../../node/src/kernel/kernel.ts';
import { modules } from '../../../node/src/main.ts';
import { appendMany, drafts, PER_TRANSACTION, startAlone } from './alone.ts';
import { analyze, pageTimes } from './pages.ts';
import { bestStorage } from './storage.ts';
import type { Figure } from './table.ts';

const RECORDS = 100_000;
/** As many as are looked at for news: they are shown like any others. */
const SHOWN = 8;
const GOAL = 60;
const actor = { type: 'system', reason: 'bench' } as const;

/** The pages that every visitor meets first, at a node with 100,000 records in its log. */
export async function longLog(): Promise<Figure[]> {
  const storage = await bestStorage();
  const node = new TestNode({ ...storage, name: 'measured', port: await freePorts(1) });
  const { kernel, stop } = await startAlone(storage, 'measured', node.environment, modules);
  await appendMany(kernel, Math.ceil(RECORDS / PER_TRANSACTION) - SHOWN);
  for (let n = 0; n < SHOWN; n++) await publishMany(kernel);
  await stop();
  await node.start();
  await analyze(storage);
  const figures = await pageTimes(
    node,
    storage,
    [
      ['home page', '/'],
      ['door “Take part”', '/take-part'],
      ['door “Shared work”', '/shared-work'],
      ['door “Data and facts”', '/data-and-facts'],
      ['list of practices', '/practices'],
      ['the log', '/log'],
    ].map(([what, path]) => ({ what: `${what}, 100,000 records`, paths: [path ?? '/'], goal: GOAL })),
  );
  await node.stop();
  await storage.drop();
  return figures;
}

/** Acts that are projected too, as those of people are. */
async function publishMany(kernel: Kernel): Promise<void> {
  await kernel.database.transaction(async (tx) => {
    for (const draft of drafts(PER_TRANSACTION)) await kernel.records.publish(tx, actor, draft);
  });
}
