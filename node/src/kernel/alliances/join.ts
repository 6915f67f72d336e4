import { type EntityStatement, jwkThumbprint, parseJwks, pinAnchor, TrustError } from '@koinon/trust';
import { z } from 'zod';
import { unixSeconds } from '../clock.ts';
import { removePin, savePin } from '../federation/index.ts';
import { langText } from '../i18n/lang-text.ts';
import type { Actor } from '../identity/actor.ts';
import { require } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import { historyOf } from '../log/history.ts';
import type { Act } from '../records/record.ts';
import { readConfigurationOf } from '../trust/index.ts';
import { insertMembership } from './create.ts';
import { KOINON_ALLIANCE } from './entity.ts';
import { AllianceRefused } from './error.ts';
import { ALLIANCE, type AllianceBody } from './kinds.ts';
import { publishOwnMembership } from './records.ts';

const metadataSchema = z.looseObject({
  title: langText(200),
  charter_uri: z.string().max(2048).optional(),
  charter_digest: z.string().max(64).optional(),
  hand_over: z.string().max(16_384).optional(),
});

/** What an alliance says of itself, read. @throws AllianceRefused where it is none */
export function readAllianceMetadata({ claims }: EntityStatement): z.infer<typeof metadataSchema> {
  const read = metadataSchema.safeParse(claims.metadata?.[KOINON_ALLIANCE]);
  if (!read.success) throw new AllianceRefused('not-an-alliance', claims.sub);
  return read.data;
}

export interface Joined {
  act: Act;
  /** Who vouches for the keys that were pinned: the invitation, the log of the host, or nobody but the alliance itself. */
  keysFrom: 'invitation' | 'log' | 'first-use';
  kids: string[];
}

/**
 * Accepts an invitation: pins the alliance with its keys and names it as a superior of this node. A public act; the chair
 * admits after it. `keys` are thumbprints that came with the invitation.
 * @throws AllianceRefused, Untrusted, NotPermitted
 */
export async function joinAlliance(
  kernel: Kernel,
  actor: Actor,
  { alliance, keys }: { alliance: string; keys?: readonly string[] | undefined },
): Promise<Joined> {
  require(actor, 'kernel.alliances');
  await requireOutside(kernel, alliance);
  const configuration = await readConfigurationOf(kernel, alliance);
  if (configuration === null) throw new AllianceRefused('not-an-alliance', alliance);
  const { title } = readAllianceMetadata(configuration);
  const keysFrom = await vouch(kernel, configuration, keys);
  const { jwks } = configuration.claims;
  const kids = jwks.keys.map(({ kid }) => kid);
  const act = await kernel.database.transaction(async (tx) => {
    await savePin(tx, pinAnchor(alliance, jwks, unixSeconds(kernel.clock)), kernel.clock.now());
    await insertMembership(tx, kernel, alliance, title, 'joined');
    return await publishOwnMembership(tx, kernel, actor, { action: 'joined', alliance, title, kids });
  });
  return { act, keysFrom, kids };
}

/** Who is a member has nothing to accept: joining again would have it wait to be admitted a second time. */
async function requireOutside({ db, identity }: Kernel, alliance: string): Promise<void> {
  const member = await db
    .selectFrom('membership')
    .select('alliance')
    .where('alliance', '=', alliance)
    .where('state', '=', 'member')
    .executeTakeFirst();
  if (member) throw new AllianceRefused('already-member', alliance, identity.origin);
}

/** The key that signed is one that the invitation names, or that the log of the host tells, which we follow. */
async function vouch(
  kernel: Kernel,
  { claims, header }: EntityStatement,
  invited: readonly string[] | undefined,
): Promise<Joined['keysFrom']> {
  const signer = claims.jwks.keys.find(({ kid }) => kid === header.kid);
  const print = signer && jwkThumbprint(signer);
  const refused = new AllianceRefused('other-alliance-keys', claims.sub);
  if (invited !== undefined && invited.length > 0) {
    if (print === undefined || !invited.includes(print)) throw refused;
    return 'invitation';
  }
  const told = await keysInHostLog(kernel, claims.sub);
  if (told === null) return 'first-use';
  if (print === undefined || !told.includes(print)) throw refused;
  return 'log';
}

/** Thumbprints of the keys of an alliance as its host's log tells them; null where we do not follow the host. */
export async function keysInHostLog(kernel: Kernel, alliance: string): Promise<string[] | null> {
  const { origin, pathname } = new URL(alliance);
  const host = await kernel.trust.partner(origin);
  const log = origin === kernel.identity.origin ? kernel.ownLog : host?.log;
  if (log === undefined) return null;
  const sub = `${origin}${pathname}`;
  const [latest] = await historyOf<AllianceBody>(kernel.db, { log, sub, kind: ALLIANCE }, 1);
  if (!latest?.body) return null;
  try {
    return parseJwks(latest.body.keys).keys.map(jwkThumbprint);
  } catch (error) {
    if (error instanceof TrustError) return null;
    throw error;
  }
}

/** Leaves an alliance: its pin and its hint go, and what was trusted on its word. A public act. @throws AllianceRefused, NotPermitted */
export async function leaveAlliance(
  kernel: Kernel,
  actor: Actor,
  { alliance, reason }: { alliance: string; reason?: string | undefined },
): Promise<Act> {
  require(actor, 'kernel.alliances');
  return await kernel.database.transaction(async (tx) => {
    const hosted = await tx
      .selectFrom('alliance')
      .select('state')
      .where('id', '=', alliance)
      .executeTakeFirst();
    if (hosted?.state === 'active') throw new AllianceRefused('host-stays', alliance);
    const row = await tx
      .updateTable('membership')
      .set({ state: 'left', changed_at: kernel.clock.now() })
      .where('alliance', '=', alliance)
      .where('state', '<>', 'left')
      .returning('title')
      .executeTakeFirst();
    if (row === undefined) throw new AllianceRefused('no-such-alliance', alliance);
    await removePin(tx, alliance);
    await tx.deleteFrom('own_mark').where('alliance', '=', alliance).execute();
    await tx.deleteFrom('trust_chain').where('anchor', '=', alliance).execute();
    const why = reason === undefined ? {} : { reason };
    return await publishOwnMembership(tx, kernel, actor, {
      action: 'left',
      alliance,
      title: row.title,
      ...why,
    });
  });
}
