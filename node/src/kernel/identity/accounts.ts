import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../clock.ts';
import type { Db, Tx } from '../database/tables.ts';
import type { Keys } from '../keys/keys.ts';
import type { NodeIdentity } from '../node-identity.ts';
import { IdentifierRemoved, NoSuchAccount } from './error.ts';
import {
  findIdentifier,
  identifierHashes,
  type KnownIdentifier,
  putIdentifier,
  type VerifiedIdentifier,
} from './identifiers.ts';

export interface Account {
  id: string;
  issuer: string;
  subject: string;
  name: string | null;
}

export interface AccountServices {
  clock: Clock;
  identity: Pick<NodeIdentity, 'origin'>;
  keys: Pick<Keys, 'secret' | 'secrets'>;
}

/** The account that an identifier logs in to, where it is known and nothing stands against it: one query, and no lock. */
export async function findOwnAccount(
  db: Db,
  services: AccountServices,
  identifier: string,
): Promise<Pick<Account, 'issuer' | 'subject'> | undefined> {
  return await db
    .selectFrom('account_identifier as i')
    .innerJoin('account as a', 'a.id', 'i.account')
    .select(['a.issuer', sql<string>`a.subject`.as('subject')])
    .where('i.hash', 'in', identifierHashes(services, identifier))
    .where('i.removed_at', 'is', null)
    .where('a.subject', 'is not', null)
    .executeTakeFirst();
}

/**
 * The account of one of the node's own people, by an identifier that a login method has verified. Made where there is
 * none. Who registers again after erasing gets the earlier subject while that is kept, and so the earlier pseudonyms.
 * @throws IdentifierRemoved where the person took this identifier off the account
 */
export async function findOrMakeOwnAccount(
  tx: Tx,
  services: AccountServices,
  verified: VerifiedIdentifier & { name?: string | null },
): Promise<Account & { made: boolean }> {
  for (;;) {
    const known = await findIdentifier(tx, services, verified.identifier);
    if (known?.removed_at) throw new IdentifierRemoved();
    if (known?.account) return { ...(await readAccount(tx, known.account)), made: false };
    const account = await insertAccount(tx, services, {
      issuer: services.identity.origin,
      subject: known?.subject ?? randomBytes(16).toString('base64url'),
      name: verified.name ?? null,
    });
    if (known) await takeBack(tx, known, account);
    else if (!(await putIdentifier(tx, services, account, verified))) {
      // Another first login with the same identifier was faster.
      await tx.deleteFrom('account').where('id', '=', account.id).execute();
      continue;
    }
    return { ...account, made: true };
  }
}

/** An account that is not erased. @throws NoSuchAccount */
export async function readAccount(tx: Tx, id: string): Promise<Account> {
  const row = await tx
    .selectFrom('account')
    .select(['id', 'issuer', 'subject', 'display_name'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || row.subject === null) throw new NoSuchAccount();
  return { id: row.id, issuer: row.issuer, subject: row.subject, name: row.display_name };
}

/** How the node addresses an own person; null: without a name. */
export async function setDisplayName(db: Db | Tx, account: string, name: string | null): Promise<void> {
  await db
    .updateTable('account')
    .set({ display_name: name })
    .where('id', '=', account)
    .where('erased_at', 'is', null)
    .execute();
}

export async function insertAccount(
  tx: Tx,
  { clock }: Pick<AccountServices, 'clock'>,
  { issuer, subject, name }: Omit<Account, 'id'>,
): Promise<Account> {
  const id = uuidv7();
  await tx
    .insertInto('account')
    .values({ id, issuer, subject, display_name: name, created_at: clock.now() })
    .execute();
  return { id, issuer, subject, name };
}

/** Every identifier that is kept of an erased account belongs to the one that follows it. */
async function takeBack(tx: Tx, { subject }: KnownIdentifier, account: Account): Promise<void> {
  await tx
    .updateTable('account_identifier')
    .set({ account: account.id, until: null })
    .where('subject', '=', subject)
    .where('account', 'is', null)
    .execute();
}
