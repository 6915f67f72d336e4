import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../../kernel/identity/index.ts';
import { requireAccount } from '../../../kernel/identity/index.ts';
import type { Kernel } from '../../../kernel/kernel.ts';
import { NotFound } from '../../../kernel/web/error.ts';
import { FollowsTooMuch } from '../error.ts';
import type { Followed } from '../followed.ts';
import { thingOf } from '../read.ts';
import { notificationsDb } from '../schema.ts';

const MOST_FOLLOWED = 200;

/** Follows something, once. @throws NotPermitted, NotFound, FollowsTooMuch */
export async function follow(kernel: Kernel, actor: Actor, followed: Followed): Promise<void> {
  const { account } = requireAccount(actor);
  const thing = await thingOf(kernel, followed);
  if (thing === null) throw new NotFound('subject');
  await kernel.database.transaction(async (tx) => {
    const db = notificationsDb(tx);
    // Two requests at once: the second waits here and counts what the first added.
    await db.selectFrom('account').select('id').where('id', '=', account).forUpdate().execute();
    const { count } = await db
      .selectFrom('notifications_followed')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('account', '=', account)
      .executeTakeFirstOrThrow();
    if (Number(count) >= MOST_FOLLOWED) throw new FollowsTooMuch(MOST_FOLLOWED);
    const { sort, value, title } = thing;
    await db
      .insertInto('notifications_followed')
      .values({
        ...{ id: uuidv7(), account, sort, value },
        title: JSON.stringify(title),
        created_at: kernel.clock.now(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** Stops following; what is not followed stays so. @throws NotPermitted */
export async function unfollow(kernel: Kernel, actor: Actor, { sort, value }: Followed): Promise<void> {
  const { account } = requireAccount(actor);
  await notificationsDb(kernel.db)
    .deleteFrom('notifications_followed')
    .where('account', '=', account)
    .where('sort', '=', sort)
    .where('value', '=', value)
    .execute();
}
