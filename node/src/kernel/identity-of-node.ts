import type { Config } from './config/config.ts';
import type { Db, NodeProfile } from './database/tables.ts';
import type { NodeIdentity } from './node-identity.ts';
import { sha256Hex } from './sha256.ts';

/** Name of the setting that holds the profile once the node has started. */
export const PROFILE_SETTING = 'profile';

/** Who this node is: names from the origin, profile from the database (written there by the first start). */
export async function identityOf(db: Db, config: Config): Promise<NodeIdentity> {
  let profile = await ensureProfile(db, config.profile ?? { name: config.host });
  return {
    origin: config.origin,
    host: config.host,
    logOrigin: `${config.host}/log`,
    witnessName: `${config.host}/witness`,
    shortId: sha256Hex(config.origin).slice(0, 8),
    get profile() {
      return profile;
    },
    set profile(changed: NodeProfile) {
      profile = changed;
    },
  };
}

async function ensureProfile(db: Db, first: NodeProfile): Promise<NodeProfile> {
  await db
    .insertInto('setting')
    .values({ name: PROFILE_SETTING, value: JSON.stringify(first) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', PROFILE_SETTING)
    .executeTakeFirstOrThrow();
  return row.value as NodeProfile;
}
