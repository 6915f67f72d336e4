import type { Insertable, Selectable } from 'kysely';
import type { Clock } from '../clock.ts';
import { advisoryLock } from '../database/advisory-lock.ts';
import type { Database } from '../database/database.ts';
import type { KeyPurpose, KeyTable } from '../database/tables/keys.ts';
import type { Db, Tx } from '../database/tables.ts';
import { NoSuchKey } from './error.ts';
import type { Keys, Signer } from './keys.ts';
import { keyContext, makeKey } from './make-key.ts';
import { ALGORITHMS, PURPOSES } from './purposes.ts';
import { makeSigner } from './signer.ts';
import { unwrapKey, wrapKey } from './wrap.ts';

interface Opened {
  signers: Map<KeyPurpose, Signer[]>;
  secrets: Map<KeyPurpose, Uint8Array[]>;
}

/** The keys of the node, in its database; makes those that are missing. */
export async function openKeys(database: Database, master: Uint8Array, clock: Clock): Promise<Keys> {
  let opened = await makeMissing(database, master, clock);
  const reload = async () => {
    opened = open(await activeKeys(database.db), master);
  };
  await database.listen('keys', () => void reload().catch(() => {}));
  return {
    signers: (purpose) => opened.signers.get(purpose) ?? [],
    secrets: (purpose) => opened.secrets.get(purpose) ?? [],
    secret: (purpose) => {
      const secret = opened.secrets.get(purpose)?.at(-1);
      if (!secret) throw new NoSuchKey(purpose);
      return secret;
    },
    seal: (secret, context) => wrapKey(master, secret, context),
    unseal: (sealed, context) => unwrapKey(master, sealed, context),
    rotate: async (tx, purpose) => {
      const made = ALGORITHMS[purpose].map((algorithm) => makeKey(master, purpose, algorithm, clock.now()));
      await insert(tx, made);
      await database.notify(tx, 'keys');
      const first = made[0] as Selectable<KeyTable>;
      return { id: first.id, signer: first.algorithm === 'AES-256' ? null : signerOf(first, master) };
    },
    retire: async (tx, id) => {
      const result = await tx
        .updateTable('key')
        .set({ state: 'retired', retired_at: clock.now() })
        .where('id', '=', id)
        .where('state', '=', 'active')
        .executeTakeFirst();
      if (result.numUpdatedRows === 0n) throw new NoSuchKey(id);
      await database.notify(tx, 'keys');
    },
    reload,
  };
}

/** Whether a node has begun here, so that a master key has to exist somewhere. */
export async function hasKeys({ db }: Database): Promise<boolean> {
  return (await db.selectFrom('key').select('id').limit(1).executeTakeFirst()) !== undefined;
}

async function makeMissing(database: Database, master: Uint8Array, clock: Clock): Promise<Opened> {
  const present = await activeKeys(database.db);
  if (missing(present).length === 0) return open(present, master);
  const rows = await database.transaction(async (tx) => {
    await advisoryLock(tx, database.schema, 'keys');
    const known = await activeKeys(tx);
    // Before anything new is wrapped: the master key must be the one that opens what is there.
    open(known, master);
    const made = missing(known).map(([purpose, algorithm]) =>
      makeKey(master, purpose, algorithm, clock.now()),
    );
    if (made.length > 0) await insert(tx, made);
    return await activeKeys(tx);
  });
  return open(rows, master);
}

function missing(rows: readonly Selectable<KeyTable>[]): [KeyPurpose, KeyTable['algorithm']][] {
  const present = new Set(rows.map((row) => `${row.purpose} ${row.algorithm}`));
  return PURPOSES.flatMap((purpose) =>
    ALGORITHMS[purpose]
      .filter((algorithm) => !present.has(`${purpose} ${algorithm}`))
      .map((algorithm): [KeyPurpose, KeyTable['algorithm']] => [purpose, algorithm]),
  );
}

async function activeKeys(db: Db | Tx): Promise<Selectable<KeyTable>[]> {
  return await db
    .selectFrom('key')
    .selectAll()
    .where('state', '=', 'active')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

async function insert(tx: Tx, rows: Insertable<KeyTable>[]): Promise<void> {
  await tx.insertInto('key').values(rows).execute();
}

function open(rows: readonly Selectable<KeyTable>[], master: Uint8Array): Opened {
  const opened: Opened = { signers: new Map(), secrets: new Map() };
  for (const row of rows) {
    if (row.algorithm === 'AES-256') push(opened.secrets, row.purpose, secretOf(row, master));
    else push(opened.signers, row.purpose, signerOf(row, master));
  }
  return opened;
}

function push<T>(map: Map<KeyPurpose, T[]>, purpose: KeyPurpose, value: T): void {
  map.set(purpose, [...(map.get(purpose) ?? []), value]);
}

function secretOf(
  row: Pick<Selectable<KeyTable>, 'wrapped' | 'purpose' | 'id' | 'algorithm'>,
  master: Uint8Array,
) {
  return unwrapKey(master, row.wrapped, keyContext(row.purpose, row.id, row.algorithm));
}

function signerOf(
  row: Pick<Selectable<KeyTable>, 'wrapped' | 'purpose' | 'id' | 'algorithm' | 'created_at'>,
  master: Uint8Array,
): Signer {
  const algorithm = row.algorithm === 'ML-DSA-44' ? 'ML-DSA-44' : 'Ed25519';
  return makeSigner({ id: row.id, createdAt: row.created_at }, algorithm, secretOf(row, master));
}
