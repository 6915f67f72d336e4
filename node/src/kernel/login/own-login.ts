import { findOrMakeOwnAccount, findOwnAccount } from '../identity/accounts.ts';
import type { Assurance } from '../identity/level.ts';
import type { PersonLogin } from '../identity/sign-in-person.ts';
import type { Kernel } from '../kernel.ts';

/** Whom a login method of this node has recognised. */
export interface Recognised {
  /** Name of the method. */
  method: string;
  /** Names its source first; see `VerifiedIdentifier`. */
  identifier: string;
  assurance: Assurance;
  name?: string | null;
}

/** The login of one of the node's own people; the account is made at the first. @throws IdentifierRemoved */
export async function ownLogin(
  kernel: Pick<Kernel, 'db' | 'database' | 'clock' | 'identity' | 'keys'>,
  { method, identifier, assurance, name = null }: Recognised,
): Promise<PersonLogin> {
  const { issuer, subject } =
    (await findOwnAccount(kernel.db, kernel, identifier)) ??
    (await kernel.database.transaction((tx) =>
      findOrMakeOwnAccount(tx, kernel, { identifier, assurance, name }),
    ));
  return { issuer, subject, method, assurance, at: kernel.clock.now() };
}
