import { createHmac } from 'node:crypto';
import type { Tx } from '../database/tables.ts';
import type { AccountServices } from './accounts.ts';
import { IdentifierTaken } from './error.ts';
import type { Assurance } from './level.ts';

/** What a login method has verified of a person. */
export interface VerifiedIdentifier {
  /** Names its source first, such as `eid https://eid.example 38001085718` or `email mari@example.org`: sources never meet. */
  identifier: string;
  /** From `low` on it counts as lasting: it names one person for good. */
  assurance: Assurance;
}

export interface KnownIdentifier {
  hash: string;
  subject: string;
  account: string | null;
  removed_at: Date | null;
}

/** Looks an identifier up under every key that is still active; locks its row. */
export async function findIdentifier(
  tx: Tx,
  services: Pick<AccountServices, 'keys'>,
  identifier: string,
): Promise<KnownIdentifier | undefined> {
  return await tx
    .selectFrom('account_identifier')
    .select(['hash', 'subject', 'account', 'removed_at'])
    .where('hash', 'in', identifierHashes(services, identifier))
    .forUpdate()
    .executeTakeFirst();
}

/** Lets a further identifier log in to an account, or one that was taken off it again. @throws IdentifierTaken */
export async function addIdentifier(
  tx: Tx,
  services: AccountServices,
  account: { id: string; subject: string },
  verified: VerifiedIdentifier,
): Promise<void> {
  const known = await findIdentifier(tx, services, verified.identifier);
  if (known !== undefined && known.account !== account.id) throw new IdentifierTaken();
  if (known !== undefined) {
    await tx
      .updateTable('account_identifier')
      .set({ removed_at: null })
      .where('hash', '=', known.hash)
      .execute();
  } else if (!(await putIdentifier(tx, services, account, verified))) {
    throw new IdentifierTaken();
  }
}

/**
 * Takes an identifier off an account. A lasting one stays known, so that it cannot be used to register a second time.
 */
export async function removeIdentifier(
  tx: Tx,
  services: AccountServices,
  account: string,
  identifier: string,
): Promise<void> {
  const known = await findIdentifier(tx, services, identifier);
  if (known?.account !== account) return;
  await tx
    .deleteFrom('account_identifier')
    .where('hash', '=', known.hash)
    .where('lasting', '=', false)
    .execute();
  await tx
    .updateTable('account_identifier')
    .set({ removed_at: services.clock.now() })
    .where('hash', '=', known.hash)
    .execute();
}

/** False where another account has it meanwhile. */
export async function putIdentifier(
  tx: Tx,
  { keys }: Pick<AccountServices, 'keys'>,
  account: { id: string; subject: string },
  { identifier, assurance }: VerifiedIdentifier,
): Promise<boolean> {
  const row = await tx
    .insertInto('account_identifier')
    .values({
      hash: hashIdentifier(keys.secret('participation'), identifier),
      subject: account.subject,
      account: account.id,
      lasting: assurance.level !== 'none',
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .returning('hash')
    .executeTakeFirst();
  return row !== undefined;
}

/** What an identifier may be kept as. */
export function identifierHashes({ keys }: Pick<AccountServices, 'keys'>, identifier: string): string[] {
  return keys.secrets('participation').map((secret) => hashIdentifier(secret, identifier));
}

/** A verified identifier as it is kept: HMAC under the participation key. */
function hashIdentifier(secret: Uint8Array, identifier: string): string {
  return createHmac('sha256', secret).update('koinon identifier\n').update(identifier).digest('hex');
}
