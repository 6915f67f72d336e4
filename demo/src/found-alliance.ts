import { call } from '../../node/src/kernel/control/client.ts';
import { charter } from '../content/charter.ts';
import type { DemoNode } from './demo-node.ts';

export const SLUG = 'three-shores';

/** An act that an earlier start did before it was stopped. */
async function once(act: Promise<unknown>): Promise<void> {
  await act.catch((error: { code?: string }) => {
    if (error.code !== 'alliance-exists' && error.code !== 'already-member') throw error;
  });
}

/** Lets the first node found an alliance, and the others join it, as operators would. */
export async function foundAlliance([host, ...others]: readonly DemoNode[]): Promise<void> {
  if (host === undefined) return;
  const { dataDir } = host;
  await once(call(dataDir, 'alliance.create', { slug: SLUG, charter }));
  for (const { url: node, dataDir: theirs } of others) {
    await once(join(dataDir, theirs, node));
    await once(call(dataDir, 'alliance.mark', { slug: SLUG, node, name: 'votes-across-borders' }));
    await call(theirs, 'alliance.check', {});
  }
}

async function join(dataDir: string, theirs: string, node: string): Promise<void> {
  const invited = await call<{ alliance: string; kids: string[] }>(dataDir, 'alliance.invite', {
    slug: SLUG,
    node,
  });
  await call(theirs, 'alliance.join', { alliance: invited.alliance, keys: invited.kids });
  await call(dataDir, 'alliance.admit', { slug: SLUG, node });
}
