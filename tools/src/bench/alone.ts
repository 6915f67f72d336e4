import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { readConfig } from '../../../node/src/kernel/config/read.ts';
import type { Kernel } from '../../../node/src/kernel/kernel.ts';
import type { Module } from '../../../node/src/kernel/module/module.ts';
import { type RunningNode, startNode } from '../../../node/src/kernel/start.ts';
import { examplePractice } from '../../../node/src/modules/practices/examples.ts';
import { alone } from '../../../node/src/testing/alone.ts';
import { ErrorPage, readStylesheet } from '../../../node/src/ui/index.ts';
import type { Storage } from './storage.ts';

export const PER_TRANSACTION = 256;

/** A node in this process, with no partners: what the kernel does by itself, or with the modules given. */
export function startAlone(
  { folder, databaseUrl }: Storage,
  name: string,
  env: Record<string, string>,
  modules: readonly Module[] = [],
): Promise<RunningNode> {
  const config = readConfig({
    KOINON_PORT: '0',
    KOINON_DATA: join(folder, name),
    KOINON_LOG_LEVEL: 'error',
    ...env,
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  });
  const web = { errorPage: ErrorPage, stylesheet: readStylesheet() };
  return startNode({ config, modules, peering: alone, web });
}

export function drafts(count: number) {
  return Array.from({ length: count }, () => ({
    kind: 'practices/practice@1',
    sub: `/practices/${randomUUID()}`,
    body: examplePractice,
  }));
}

/** Appends in transactions of 256 until all is under a signed checkpoint; answers records per second. */
export async function appendMany(kernel: Kernel, transactions: number): Promise<number> {
  const start = performance.now();
  let last = '';
  for (let n = 0; n < transactions; n++) {
    const acts = await kernel.database.transaction((tx) =>
      kernel.records.append(tx, drafts(PER_TRANSACTION)),
    );
    last = acts.at(-1)?.jti ?? last;
  }
  if ((await kernel.records.waitLogged(last, 60_000)) !== 'logged')
    throw new Error('not logged after a minute');
  return (transactions * PER_TRANSACTION) / ((performance.now() - start) / 1000);
}
