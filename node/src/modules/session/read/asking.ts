import type { Kernel } from '../../../kernel/kernel.ts';
import { markId, type NodeFace } from '../../../kernel/web/index.ts';

/** The node that asks for a login, as its partner's page shows it; by its host alone where it is no partner. */
export async function loadAsking({ trust }: Pick<Kernel, 'trust'>, client: string): Promise<NodeFace> {
  const partner = await trust.partner(client);
  if (partner !== null) return partner;
  const { host } = new URL(client);
  return { node: client, host, name: host, profile: { name: host }, markId: markId(host) };
}
