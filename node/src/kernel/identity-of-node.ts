import type { Config } from './config/config.ts';
import type { NodeProfile } from './database/tables/partners.ts';
import type { Db } from './database/tables.ts';
import type { Kernel } from './kernel.ts';
import type { NodeIdentity } from './node-identity.ts';
import { sha256Hex } from './sha256.ts';

/** Name of the setting that holds the profile once the node has started. */
const PROFILE = 'profile';

/** Who this node is: names from the origin, profile from the database (written there by the first start). */
export async function identityOf(db: Db, config: Config): Promise<NodeIdentity> {
  const first = config.profile ?? { name: config.host };
  await db
    .insertInto('setting')
    .values({ name: PROFILE, value: JSON.stringify(first) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return {
    origin: config.origin,
    host: config.host,
    logOrigin: `${config.host}/log`,
    witnessName: `${config.host}/witness`,
    shortId: sha256Hex(config.origin).slice(0, 8),
    profile: await readProfile(db),
  };
}

async function readProfile(db: Db): Promise<NodeProfile> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', PROFILE)
    .executeTakeFirstOrThrow();
  return row.value as NodeProfile;
}

/** Changes how the node presents itself. Other processes on the database show it after their next start. */
export async function setProfile(kernel: Kernel, profile: NodeProfile): Promise<NodeProfile> {
  await kernel.db
    .updateTable('setting')
    .set({ value: JSON.stringify(profile) })
    .where('name', '=', PROFILE)
    .execute();
  Object.assign(kernel.identity, { profile });
  return profile;
}
