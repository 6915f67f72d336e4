import type { Kernel } from '../kernel.ts';

/** A record as this node holds it, wherever it comes from. */
export interface StoredRecord {
  jti: string;
  jws: string;
  kind: string | null;
  sub: string | null;
  prev: string | null;
  iat: number | null;
  log: number;
  /** Origin of the log. */
  origin: string;
  /** Origin URL of the node that signed it. */
  node: string;
  own: boolean;
  /** Null while it is pending. */
  index: number | null;
  leaf: Uint8Array | null;
  /** Whether a signed checkpoint covers it. */
  logged: boolean;
  flag: string | null;
}

/**
 * The record with this id; null where we hold none. Anybody can copy an id, so there is one rule for who has it: our own
 * log; else a log in which the record was not refused; else the log that we have known longest; within it the first.
 */
export async function readRecord(
  kernel: Pick<Kernel, 'db' | 'ownLog' | 'identity'>,
  jti: string,
): Promise<StoredRecord | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(jti)) return null;
  const row = await kernel.db
    .selectFrom('entry as e')
    .innerJoin('log as l', 'l.id', 'e.log')
    .select(['e.body', 'e.leaf', 'e.kind', 'e.sub', 'e.prev', 'e.iat', 'e.log', 'e.index', 'e.flag'])
    .select(['l.origin', 'l.node', 'l.role', 'l.note_size'])
    .where('e.jti', '=', jti)
    .orderBy((order) => order.case().when('l.role', '=', 'own').then(0).else(1).end())
    .orderBy((order) => order('e.flag', 'is', null), 'desc')
    .orderBy('e.log')
    .orderBy('e.index')
    .limit(1)
    .executeTakeFirst();
  if (row) {
    const { body, role, note_size, index, ...rest } = row;
    return { ...rest, jti, jws: body, index, own: role === 'own', logged: index < note_size };
  }
  return await readPending(kernel, jti);
}

async function readPending(
  kernel: Pick<Kernel, 'db' | 'ownLog' | 'identity'>,
  jti: string,
): Promise<StoredRecord | null> {
  const row = await kernel.db.selectFrom('pending').selectAll().where('jti', '=', jti).executeTakeFirst();
  if (!row) return null;
  const { body, kind, sub, prev, iat } = row;
  return {
    jti,
    jws: body,
    kind,
    sub,
    prev,
    iat,
    log: kernel.ownLog,
    origin: kernel.identity.logOrigin,
    node: kernel.identity.origin,
    own: true,
    index: null,
    leaf: null,
    logged: false,
    flag: null,
  };
}
