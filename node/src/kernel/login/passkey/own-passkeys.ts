import { identifierHashes, removeIdentifier } from '../../identity/identifiers.ts';
import type { Kernel } from '../../kernel.ts';
import { sha256Hex } from '../../sha256.ts';

type Services = Pick<Kernel, 'database' | 'db' | 'clock' | 'identity' | 'keys'>;

/** A passkey as its owner sees it. */
export interface OwnPasskey {
  /** Names it in addresses; opens nothing. */
  id: string;
  label: string | null;
  addedAt: Date;
  usedAt: Date | null;
  /** Nothing else logs in to the account. */
  onlyWay: boolean;
}

/** The identifier of an account that a passkey made by itself. */
export const passkeyIdentifier = (id: string): string => `passkey ${id}`;

/** The passkeys of an account, the oldest first. */
export async function listPasskeys(services: Services, account: string): Promise<OwnPasskey[]> {
  const rows = await passkeysOf(services, account);
  const made = rows.flatMap(({ id }) => identifierHashes(services, passkeyIdentifier(id)));
  const identifiers = await services.db
    .selectFrom('account_identifier')
    .select('hash')
    .where('account', '=', account)
    .where('removed_at', 'is', null)
    .execute();
  const others = identifiers.some(({ hash }) => !made.includes(hash));
  return rows.map(({ id, label, created_at, used_at }) => ({
    id: sha256Hex(id),
    label,
    addedAt: created_at,
    usedAt: used_at,
    onlyWay: rows.length === 1 && !others,
  }));
}

/** Names a passkey; false where the account has none of this id. */
export async function renamePasskey(
  services: Services,
  account: string,
  id: string,
  label: string | null,
): Promise<boolean> {
  const credential = await credentialOf(services, account, id);
  if (credential === null) return false;
  await services.db.updateTable('passkey').set({ label }).where('id', '=', credential).execute();
  return true;
}

/** Takes a passkey off an account, and with it what made the account where that was this passkey. */
export async function removePasskey(services: Services, account: string, id: string): Promise<void> {
  const credential = await credentialOf(services, account, id);
  if (credential === null) return;
  await services.database.transaction(async (tx) => {
    await tx.deleteFrom('passkey').where('id', '=', credential).where('account', '=', account).execute();
    await removeIdentifier(tx, services, account, passkeyIdentifier(credential));
  });
}

async function passkeysOf({ db }: Pick<Services, 'db'>, account: string) {
  return await db
    .selectFrom('passkey')
    .select(['id', 'label', 'created_at', 'used_at'])
    .where('account', '=', account)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

async function credentialOf(services: Services, account: string, id: string): Promise<string | null> {
  const rows = await passkeysOf(services, account);
  return rows.find((row) => sha256Hex(row.id) === id)?.id ?? null;
}
