import { v7 as uuidv7 } from 'uuid';
import type { Db, Tx } from '../database/tables.ts';
import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import { NoSuchRecord, UnknownKind } from './error.ts';
import { ERASE, type EraseBody, WITHDRAW, type WithdrawBody } from './kernel-kinds.ts';
import { putInOutbox } from './outbox.ts';
import { publishSigned } from './publish-signed.ts';
import type { Act, RecordDraft, RecordsService } from './record.ts';
import { signDraft, signDrafts } from './sign-draft.ts';
import { readSubject } from './subjects.ts';

/** The records service of a node. `kernel` is complete by the time any of it is called. */
export function makeRecords(kernel: Kernel): RecordsService {
  const { database, identity } = kernel;

  const publish = <Body>(tx: Tx, actor: Actor, draft: RecordDraft<Body>): Promise<Act> => {
    if (kernel.modules.kind(draft.kind) === undefined) throw new UnknownKind(draft.kind);
    return publishSigned(tx, kernel, actor, signDraft(kernel, draft));
  };

  return {
    publish,
    async append(tx, drafts) {
      if (drafts.length === 0) return [];
      const signed = await signDrafts(kernel, drafts);
      await putInOutbox(tx, database.schema, kernel.ownLog, signed, kernel.clock.now());
      return signed.map(({ record }) => ({ jti: record.jti, sub: record.sub, status: 'pending' as const }));
    },
    async withdraw(tx, actor, sub, reason) {
      const absolute = sub.startsWith('/') ? `${identity.origin}${sub}` : sub;
      const subject = await readSubject(tx, kernel.ownLog, absolute);
      if (subject === null) throw new NoSuchRecord(absolute);
      const body: WithdrawBody = { reason };
      return await publish(tx, actor, { kind: WITHDRAW, sub: absolute, prev: subject.latest, body });
    },
    async erase(tx, actor, jtis, reason, basis) {
      await requireOwn(tx, kernel.ownLog, jtis);
      const body: EraseBody = { records: [...jtis], reason, basis };
      return await publish(tx, actor, { kind: ERASE, sub: `/erasures/${uuidv7()}`, body });
    },
    waitLogged: (jti, timeoutMs) => waitLogged(kernel, jti, timeoutMs),
  };
}

async function requireOwn(tx: Tx, log: number, jtis: readonly string[]): Promise<void> {
  // The outbox first: what the sequencer moves between the two is then found in the log.
  const pending = await tx.selectFrom('pending').select('jti').where('jti', 'in', jtis).execute();
  const logged = await tx
    .selectFrom('entry')
    .select('jti')
    .where('log', '=', log)
    .where('jti', 'in', jtis)
    .execute();
  const known = new Set([...logged, ...pending].map((row) => row.jti));
  const missing = jtis.find((jti) => !known.has(jti));
  if (missing !== undefined || jtis.length === 0) throw new NoSuchRecord(missing ?? '');
}

async function waitLogged(kernel: Kernel, jti: string, timeoutMs: number): Promise<Act['status']> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const published = kernel.publishing.next();
    if (await isLogged(kernel.db, kernel.ownLog, jti)) return 'logged';
    const left = deadline - performance.now();
    if (left <= 0) return 'pending';
    await Promise.race([published, timeout(left)]);
  }
}

async function isLogged(db: Db, log: number, jti: string): Promise<boolean> {
  const row = await db
    .selectFrom('entry as e')
    .innerJoin('log as l', 'l.id', 'e.log')
    .select('e.index')
    .where('e.log', '=', log)
    .where('e.jti', '=', jti)
    .whereRef('e.index', '<', 'l.note_size')
    .executeTakeFirst();
  return row !== undefined;
}

function timeout(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
