import {
  type Arithmetic,
  flattenTrustees,
  openCert,
  openDecryptionKey,
  placeOf,
  Rejection,
  type SignedMessage,
  secretsOfSeed,
  type TrusteeEntry,
  type TrusteeSecrets,
} from '@koinon/elections';
import { Failed, UsageError } from '../framework/error.ts';
import { readLine } from './lines.ts';
import { readAs } from './rejections.ts';

export const seedOption = {
  key: { type: 'string', value: 'FILE', describe: 'Your secret seed, ID.key. Required.' },
} as const;

export const secretOptions = {
  key: { type: 'string', value: 'FILE', describe: 'Your secret: ID.privkey, or ID.key. Required.' },
  dkey: {
    type: 'string',
    value: 'FILE',
    describe: 'Your decryption key from the key ceremony, where it is not beside ID.key as ID.dkey.',
  },
} as const;

const SEED = /^[1-9A-HJ-NP-Za-km-z]{22}$/;
const SINGLE = /^"(0|[1-9][0-9]{0,639})"$/;

/** @throws UsageError */
export async function readSeed(path: string | undefined): Promise<{ path: string; secrets: TrusteeSecrets }> {
  if (path === undefined) throw new UsageError('missing-option', 'Give your secret seed: --key FILE.');
  const line = await readLine(path, 'the seed of a trustee');
  if (!SEED.test(line))
    throw new UsageError('not-a-seed', `${path} does not hold the secret seed of a trustee.`);
  return { path, secrets: secretsOfSeed(line) };
}

/** A trustee of an election, by the secret: its number on the board, and what decrypts. */
export interface TrusteeSecret {
  owner: number;
  secret: bigint;
}

/**
 * Finds whose secret it is among the trustees of an election.
 * @throws UsageError where a file is no secret; Failed where it belongs to none of these trustees
 */
export async function readTrusteeSecret(
  { key, dkey }: { key: string | undefined; dkey: string | undefined },
  entries: readonly TrusteeEntry[],
  arithmetic: Arithmetic,
): Promise<TrusteeSecret> {
  if (key === undefined) throw new UsageError('missing-option', 'Give your secret: --key FILE.');
  const line = await readLine(key, 'the secret of a trustee');
  const [, single] = SINGLE.exec(line) ?? [];
  const found =
    single === undefined
      ? await ceremonySecret(key, dkey, line, entries, arithmetic)
      : singleSecret(key, BigInt(single), entries, arithmetic);
  if (found === undefined)
    throw new Failed('not-a-trustee', `${key} is the secret of none of the trustees of this election.`);
  return found;
}

function singleSecret(
  key: string,
  secret: bigint,
  entries: readonly TrusteeEntry[],
  arithmetic: Arithmetic,
): TrusteeSecret | undefined {
  const { g, q } = arithmetic.group;
  if (secret >= q)
    throw new UsageError('not-a-secret', `${key} is too large a number to be the secret of a trustee.`);
  const publicKey = arithmetic.secretPower(g, secret);
  const trustee = flattenTrustees(entries).find(
    ({ entry, publicKey: other }) => entries[entry]?.type === 'Single' && other === publicKey,
  );
  return trustee && { owner: trustee.owner, secret };
}

/** Certificates tell trustees of a ceremony apart; with a threshold of one, all of them have the same public key. */
async function ceremonySecret(
  key: string,
  dkey: string | undefined,
  seed: string,
  entries: readonly TrusteeEntry[],
  arithmetic: Arithmetic,
): Promise<TrusteeSecret | undefined> {
  if (!SEED.test(seed)) throw new UsageError('not-a-secret', `${key} does not hold the secret of a trustee.`);
  const secrets = secretsOfSeed(seed);
  const trustee = flattenTrustees(entries).find(({ entry, place }) => {
    const group = entries[entry];
    if (group?.type !== 'Pedersen') return false;
    return placeAmong(arithmetic, secrets, group.certs) === place;
  });
  if (trustee === undefined) return undefined;
  const path = dkey ?? key.replace(/(\.key)?$/, '.dkey');
  const encrypted = await readLine(path, 'the decryption key of a trustee');
  const secret = readAs(path, 'the decryption key of that trustee', () =>
    openDecryptionKey(arithmetic, secrets, encrypted),
  );
  const { g, q } = arithmetic.group;
  if (arithmetic.secretPower(g, secret % q) !== trustee.publicKey)
    throw new Failed('not-a-trustee', `${path} is the decryption key of another election.`);
  return { owner: trustee.owner, secret };
}

function placeAmong(
  arithmetic: Arithmetic,
  secrets: TrusteeSecrets,
  certs: readonly SignedMessage[],
): number {
  try {
    return placeOf(
      arithmetic,
      secrets,
      certs.map((cert) => openCert(arithmetic, cert)),
    );
  } catch (error) {
    if (error instanceof Rejection && error.code === 'trustees.recipient') return -1;
    throw error;
  }
}
