import type { Pin } from '@koinon/trust';
import { sql } from 'kysely';
import type { PartnerTable } from '../database/tables/partners.ts';
import type { Db } from '../database/tables.ts';
import type { CachedChain } from './chain-cache.ts';

/** What this node's own tables say of an entity at one moment. */
export interface Standing {
  /** State of each partnership that there is or was with it. */
  partnerships: readonly PartnerTable['state'][];
  /** The chain that was fetched before and has not expired. */
  chain: CachedChain | null;
  /** The anchors that are pinned. */
  pins: readonly Pin[];
  /** Whether this node states it. */
  stated: boolean;
}

/**
 * How entities stand with this node, in one query and so of one moment: a login asks at each of its steps, and nothing of it
 * may be older than the step. `issuer` is this node; `now` in seconds since 1970.
 */
export async function readStandings(
  db: Db,
  entities: readonly string[],
  { issuer, now }: { issuer: string | null; now: number },
): Promise<Map<string, Standing>> {
  const rows = await sql<{
    entity: string;
    partnerships: PartnerTable['state'][];
    statements: string[] | null;
    due: boolean;
    stated: boolean;
    pins: Pin[];
  }>`select e.entity, c.statements, coalesce(c.refresh_at <= ${new Date(now * 1000)}, false) as due,
      array(select p.state from partner p where p.node = e.entity) as partnerships,
      exists (select from subordinate s where s.issuer = ${issuer} and s.subject = e.entity) as stated,
      (select coalesce(jsonb_agg(pin order by entity), '[]') from trust_pin) as pins
    from unnest(${[...entities]}::text[]) as e (entity)
    left join trust_chain c on c.entity = e.entity and c.expires_at > ${new Date(now * 1000)}`.execute(db);
  return new Map(
    rows.rows.map(({ entity, statements, due, ...rest }) => [
      entity,
      { ...rest, chain: statements && { statements, due } },
    ]),
  );
}

/** Whether this node has ended its partnership with an entity: such a one is not trusted by way of others either. */
export function hasEnded({ partnerships }: Standing): boolean {
  return partnerships.includes('removed');
}
