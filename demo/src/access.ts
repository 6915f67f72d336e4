import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DemoNode } from './demo-node.ts';
import { accountKey } from './introduce.ts';
import { type DemoState, write } from './state.ts';

/** What `.koinon/demo/access.json` says of one node. */
export interface NodeAccess {
  name: string;
  url: string;
  adminToken: string;
  /** `login` signs in at once; such addresses work in the demo only. */
  accounts: { role: string; name: string; login: string }[];
}

export function accessPath(folder: string): string {
  return join(folder, 'demo', 'access.json');
}

export function accessOf(node: DemoNode, state: DemoState): NodeAccess {
  const token = (role: string) => state.tokens[accountKey(node, role)] ?? '';
  return {
    name: node.country.profile.name,
    url: node.url,
    adminToken: token('admin'),
    accounts: [
      ...node.country.accounts.map(({ role, name }) => ({
        role,
        name,
        login: `${node.url}/sign-in?token=${encodeURIComponent(token(role))}`,
      })),
      ...node.country.people.map(({ code, name }) => ({
        role: 'citizen',
        name,
        login: `${node.url}/login/test-eid?person=${code}`,
      })),
    ],
  };
}

export async function writeAccess(folder: string, nodes: readonly NodeAccess[]): Promise<void> {
  await write(accessPath(folder), { nodes });
}

/** The file is there only while what it says works. */
export async function removeAccess(folder: string): Promise<void> {
  await rm(accessPath(folder), { force: true });
}
