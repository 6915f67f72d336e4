import { z } from 'zod';
import { askFor } from '../approvals/index.ts';
import { restoreReport, writeBackup } from '../backup/index.ts';
import { profileShape } from '../config/schema.ts';
import { runFsck } from '../fsck/index.ts';
import type { Actor } from '../identity/actor.ts';
import { endToken, listTokens, makeToken } from '../identity/index.ts';
import { setProfile } from '../identity-of-node.ts';
import type { Kernel } from '../kernel.ts';
import { PURPOSES } from '../keys/purposes.ts';
import { retireKey } from '../keys/rotate.ts';
import { registerLogControl } from '../log/control.ts';
import { VERSION } from '../version.ts';

/** Whoever can open the control socket is the operator. */
const operator: Actor = { type: 'system', reason: 'operator' };

/** What commands ask of any running node: its state, its tokens, its keys, its log. */
export function registerNodeControl(kernel: Kernel): void {
  const { control, database, db, identity } = kernel;
  registerLogControl(kernel);
  control.register('status', z.strictObject({}), async () => {
    const log = await db
      .selectFrom('log')
      .select(['size', 'note_size', 'note_at'])
      .where('id', '=', kernel.ownLog)
      .executeTakeFirstOrThrow();
    return {
      version: VERSION,
      origin: identity.origin,
      name: identity.profile.name,
      pid: process.pid,
      database: database.kind,
      health: kernel.health.read(),
      log: { size: log.size, published: log.note_size, publishedAt: log.note_at },
      deadJobs: await kernel.jobs.dead(),
      restored: await restoreReport(db),
    };
  });

  control.register(
    'token.add',
    z.strictObject({
      name: z.string().trim().min(1).max(100),
      permissions: z.array(z.string()).min(1),
      expiresAt: z.iso.datetime().nullable().optional(),
    }),
    ({ expiresAt, ...token }) =>
      database.transaction((tx) =>
        makeToken(tx, kernel, operator, { ...token, expiresAt: expiresAt ? new Date(expiresAt) : null }),
      ),
  );
  control.register('profile.set', profileShape, (profile) => setProfile(kernel, profile));
  control.register('token.list', z.strictObject({}), () => listTokens(db));
  control.register('token.revoke', z.strictObject({ id: z.uuid() }), ({ id }) =>
    database.transaction((tx) => endToken(tx, kernel, operator, id)),
  );

  control.register('key.rotate', z.strictObject({ purpose: z.enum(PURPOSES) }), ({ purpose }) =>
    askFor(kernel, operator, { act: 'key.rotate', params: { purpose }, reason: '' }),
  );
  control.register(
    'key.retire',
    z.strictObject({ id: z.string().min(1), lost: z.boolean().optional() }),
    ({ id, lost }) => retireKey(kernel, operator, id, { lost: lost ?? false }),
  );
  control.register(
    'backup',
    z.strictObject({ path: z.string().min(1), passphrase: z.string().min(1) }),
    (options) => writeBackup(kernel, options),
  );
  control.register('fsck', z.strictObject({ rebuild: z.boolean().optional() }), ({ rebuild }) =>
    runFsck(kernel, { rebuild: rebuild ?? false }),
  );
  control.register('key.list', z.strictObject({}), () =>
    db
      .selectFrom('key')
      .select(['id', 'purpose', 'algorithm', 'state', 'created_at', 'retired_at'])
      .orderBy('purpose')
      .orderBy('created_at')
      .execute(),
  );
}
