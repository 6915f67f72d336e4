import type { ChainResult } from '@koinon/trust';
import type { Known } from '../federation/index.ts';
import type { Kernel } from '../kernel.ts';

type Services = Pick<Kernel, 'resolver'>;

/** Whether another node may take part in logins now: by its chain, and by what this node decided about it. */
export type NodeTrust = ChainResult & {
  /** This node removed it as a partner, or froze it for an alarm: then its chain counts for nothing. */
  stopped: 'removed' | 'frozen' | null;
};

/**
 * Asked again at every step of a login, so that a partner that is removed is out at once, whatever an alliance still says of
 * it. `admit` is called before anybody is asked over the network, and may throw.
 * @throws InvalidEntityId
 */
export async function trustNode(
  { resolver }: Services,
  entity: string,
  admit?: () => Promise<void>,
): Promise<NodeTrust> {
  const look = async () => (await resolver.known([entity])).get(entity) as Known;
  const { partnerships, result } = await look();
  if (result !== null) return judge(partnerships, result);
  await admit?.();
  const resolved = await resolver.resolve(entity);
  // It may have been stopped while others were asked about it.
  return judge((await look()).partnerships, resolved);
}

/** The same of many, in one query; those of which nothing is kept are asked for one by one. */
export async function trustNodes(
  services: Services,
  entities: readonly string[],
): Promise<{ entity: string; trust: Promise<NodeTrust> }[]> {
  const known = await services.resolver.known(entities);
  return [...known].map(([entity, { partnerships, result }]) => ({
    entity,
    trust: result === null ? trustNode(services, entity) : Promise.resolve(judge(partnerships, result)),
  }));
}

function judge(partnerships: Known['partnerships'], result: ChainResult): NodeTrust {
  if (partnerships.length === 0 || partnerships.includes('active')) return { ...result, stopped: null };
  return { ...result, chain: null, stopped: partnerships.includes('frozen') ? 'frozen' : 'removed' };
}
