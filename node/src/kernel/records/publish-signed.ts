import type { Tx } from '../database/tables.ts';
import { type Actor, actorId } from '../identity/actor.ts';
import { actsAsStaff, audit } from '../identity/audit.ts';
import { noteAuthor } from '../identity/authorship.ts';
import type { Kernel } from '../kernel.ts';
import { putInOutbox } from './outbox.ts';
import { projectOrThrow } from './project.ts';
import type { Act } from './record.ts';
import type { SignedDraft } from './sign-draft.ts';

/** Projects a signed record of our own and puts it into the outbox. */
export async function publishSigned(tx: Tx, kernel: Kernel, actor: Actor, signed: SignedDraft): Promise<Act> {
  const { record } = signed;
  const context = { log: kernel.ownLog, node: kernel.identity.origin, own: true, at: kernel.clock.now() };
  // First the subject's row, then the outbox: whoever follows on from this record waits here and gets a later place.
  await projectOrThrow(tx, kernel, record, context);
  await putInOutbox(tx, kernel.database.schema, kernel.ownLog, [signed], context.at);
  await noteAuthor(tx, actor, record.jti, context.at);
  if (actsAsStaff(actor)) {
    const detail = { kind: record.kind, jti: record.jti };
    await audit(tx, kernel, actor, { act: 'record.publish', subject: record.sub, detail });
  }
  kernel.log.info({ actor: actorId(actor), kind: record.kind, jti: record.jti, sub: record.sub }, 'act');
  return { jti: record.jti, sub: record.sub, status: 'pending' };
}
