import type { ChainResult } from '@koinon/trust';
import type { Kernel } from '../kernel.ts';

type Services = Pick<Kernel, 'db' | 'resolver'>;

/** Whether another node may take part in logins now: by its chain, and by what this node decided about it. */
export type NodeTrust = ChainResult & {
  /** This node removed it as a partner, or froze it for an alarm: then its chain counts for nothing. */
  stopped: 'removed' | 'frozen' | null;
};

/**
 * Asked again at every step of a login, so that a partner that is removed is out at once, whatever an alliance still says of
 * it.
 * @throws InvalidEntityId
 */
export async function trustNode({ db, resolver }: Services, entity: string): Promise<NodeTrust> {
  const [result, rows] = await Promise.all([
    resolver.resolve(entity),
    db.selectFrom('partner').select('state').where('node', '=', entity).execute(),
  ]);
  const states = rows.map(({ state }) => state);
  if (states.length === 0 || states.includes('active')) return { ...result, stopped: null };
  return { ...result, chain: null, stopped: states.includes('frozen') ? 'frozen' : 'removed' };
}
