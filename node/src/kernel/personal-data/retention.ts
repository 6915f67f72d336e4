import type { Kernel } from '../kernel.ts';
import { yearsBefore } from './account-tables.ts';
import { eraseAccount } from './erase-account.ts';
import { privateTables } from './walk.ts';

/** Guests who do not come back are forgotten. */
const GUEST_YEARS = 2;

/** Removes everywhere what was kept for long enough. */
export async function enforceRetention(kernel: Kernel): Promise<void> {
  const now = kernel.clock.now();
  for (const [, { expire }] of privateTables(kernel)) {
    if (expire) await kernel.database.transaction((tx) => expire(tx, now));
  }
  const gone = await kernel.db
    .selectFrom('account')
    .select('id')
    .where('issuer', '<>', kernel.identity.origin)
    .where('erased_at', 'is', null)
    .where('last_login_at', '<=', yearsBefore(now, GUEST_YEARS))
    .execute();
  for (const { id } of gone) {
    await eraseAccount(kernel, { type: 'system', reason: 'retention' }, id, 'retention');
  }
}
