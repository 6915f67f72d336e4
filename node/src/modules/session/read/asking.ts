import { markId, type NodeFace, type PageContext } from '../../../kernel/web/index.ts';

/** The node that asks for a login, as the thread of the page shows it; by its host alone where it is no partner. */
export function askingFace({ thread }: Pick<PageContext, 'thread'>, client: string): NodeFace {
  const partner = thread.partners.find(({ node }) => node === client);
  if (partner !== undefined) return partner;
  const { host } = new URL(client);
  return { node: client, host, name: host, profile: { name: host }, markId: markId(host) };
}
