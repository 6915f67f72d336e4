import { call } from '../../node/src/kernel/control/client.ts';
import type { DemoNode } from './demo-node.ts';
import type { StateFile } from './state.ts';

/** Makes the accounts of a node that are not there yet. */
export async function makeAccounts(node: DemoNode, file: StateFile): Promise<void> {
  for (const { role, name, permissions } of node.country.accounts) {
    const key = accountKey(node, role);
    if (file.state.tokens[key] !== undefined) continue;
    const { token } = await call<{ token: string }>(node.dataDir, 'token.add', { name, permissions });
    file.state.tokens[key] = token;
    await file.save();
  }
}

export function accountKey(node: DemoNode, role: string): string {
  return `${node.country.key} ${role}`;
}

/** Lets a node follow and cosign each of the others. */
export async function makePartners(
  node: DemoNode,
  others: readonly DemoNode[],
  file: StateFile,
): Promise<void> {
  for (const other of others) {
    const key = `${node.country.key} ${other.country.key}`;
    if (file.state.partners.includes(key)) continue;
    await call(node.dataDir, 'partner.add', { url: other.url }).catch((error: { code?: string }) => {
      // Added before, and stopped before that was noted.
      if (error.code !== 'already-partner') throw error;
    });
    file.state.partners.push(key);
    await file.save();
  }
}
