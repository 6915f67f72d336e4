import {
  acceptHandOver,
  acceptKeys,
  type EntityStatement,
  endpointSchema,
  fetchUrl,
  JWT_KINDS,
  type Pin,
  parseSubordinate,
  pinnedJwks,
  TrustError,
  verifyTrustMark,
} from '@koinon/trust';
import type { Selectable } from 'kysely';
import { unixSeconds } from '../clock.ts';
import type { MembershipTable } from '../database/tables/alliances.ts';
import { keepPinChanges, readPins, savePin } from '../federation/index.ts';
import { FetchRefused } from '../fetch/index.ts';
import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import { readConfigurationOf, Untrusted } from '../trust/index.ts';
import { insertMembership } from './create.ts';
import { AllianceRefused } from './error.ts';
import { readAllianceMetadata } from './join.ts';
import { publishOwnMembership } from './records.ts';
import { takeOver } from './take-over.ts';

const actor: Actor = { type: 'system', reason: 'alliance' };
type Membership = Selectable<MembershipTable>;

/** What an answer of an alliance was: a token, that there is none, or no answer. */
type Answer = { jws: string } | 'none' | 'unreachable';

/** Looks at each alliance that this node belongs to: its keys, where it has moved, whether it still states us, and our marks. */
export async function tendMemberships(kernel: Kernel): Promise<void> {
  const rows = await kernel.db
    .selectFrom('membership')
    .selectAll()
    .where('state', 'in', ['joined', 'member'])
    .execute();
  for (const row of rows) {
    const problem = await tendOne(kernel, row);
    await kernel.db
      .updateTable('membership')
      .set({ checked_at: kernel.clock.now(), problem })
      .where('alliance', '=', row.alliance)
      .execute();
  }
}

/** @returns why it could not be looked at */
async function tendOne(kernel: Kernel, row: Membership): Promise<string | null> {
  const pins = await readPins(kernel.db);
  const pin = pins.find(({ entityId }) => entityId === row.alliance);
  if (pin === undefined) return 'not-pinned';
  try {
    const configuration = await readConfigurationOf(kernel, row.alliance);
    if (configuration === null) return 'not-found';
    const followed = acceptKeys(pin, configuration.jws, unixSeconds(kernel.clock));
    if (followed !== pin) await keepPinChanges(kernel.db, [pin], [followed], kernel.clock.now());
    const { hand_over } = readAllianceMetadata(configuration);
    if (hand_over !== undefined) return await followHandOver(kernel, row, hand_over);
    await lookForOurselves(kernel, row, configuration, followed);
    await fetchMarks(kernel, row, configuration, followed);
    return null;
  } catch (error) {
    if (error instanceof TrustError || error instanceof Untrusted || error instanceof AllianceRefused)
      return error.code;
    throw error;
  }
}

/** The alliance has another host: both are pinned for a while, and both are named as our superiors. */
async function followHandOver(kernel: Kernel, row: Membership, jws: string): Promise<string | null> {
  const before = await readPins(kernel.db);
  const after = acceptHandOver(before, jws, unixSeconds(kernel.clock));
  const changed = after.filter((pin) => !before.includes(pin));
  const successor = after.find(({ predecessor }) => predecessor === row.alliance)?.entityId;
  if (successor === undefined) return 'not-pinned';
  await kernel.database.transaction(async (tx) => {
    for (const pin of changed) await savePin(tx, pin, kernel.clock.now());
    await insertMembership(tx, kernel, successor, row.title, 'joined');
    const { alliance, title } = row;
    await tx
      .updateTable('membership')
      .set({ state: 'moved', changed_at: kernel.clock.now() })
      .where('alliance', '=', alliance)
      .execute();
    await publishOwnMembership(tx, kernel, actor, { action: 'moved', alliance, title, successor });
    await takeOver(tx, kernel, successor);
  });
  return null;
}

async function ask(kernel: Kernel, url: string, mediaType: string, maxBytes: number): Promise<Answer> {
  try {
    const { status, body } = await kernel.fetcher.fetch(url, {
      maxBytes,
      timeoutMs: 3_000,
      accept: [mediaType],
    });
    if (status === 200) return { jws: new TextDecoder().decode(body).trim() };
    return status === 404 ? 'none' : 'unreachable';
  } catch (error) {
    if (error instanceof FetchRefused) return 'unreachable';
    throw error;
  }
}

function endpointOf({ claims }: EntityStatement, name: string): string | null {
  const read = endpointSchema.safeParse(claims.metadata?.federation_entity?.[name]);
  return read.success ? read.data : null;
}

/** Whether the alliance states us. */
async function lookForOurselves(
  kernel: Kernel,
  row: Membership,
  configuration: EntityStatement,
  pin: Pin,
): Promise<void> {
  const endpoint = endpointOf(configuration, 'federation_fetch_endpoint');
  if (endpoint === null) return;
  const { mediaType, maxBytes } = JWT_KINDS.entityStatement;
  const { origin } = kernel.identity;
  const answer = await ask(kernel, fetchUrl(endpoint, origin), mediaType, maxBytes);
  if (answer === 'unreachable') return;
  if (answer === 'none') return row.state === 'member' ? await becomeFormer(kernel, row) : undefined;
  parseSubordinate(answer.jws, {
    issuer: row.alliance,
    subject: origin,
    jwks: pinnedJwks(pin, unixSeconds(kernel.clock)),
  });
  if (row.state === 'member') return;
  await kernel.db
    .updateTable('membership')
    .set({ state: 'member', changed_at: kernel.clock.now() })
    .where('alliance', '=', row.alliance)
    .where('state', '=', 'joined')
    .execute();
}

/** The alliance states us no more. We say so, and name it no longer; its pin stays, for we may trust the others. */
async function becomeFormer(kernel: Kernel, { alliance, title }: Membership): Promise<void> {
  await kernel.database.transaction(async (tx) => {
    const ended = await tx
      .updateTable('membership')
      .set({ state: 'former', changed_at: kernel.clock.now() })
      .where('alliance', '=', alliance)
      .where('state', '=', 'member')
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) return;
    await tx.deleteFrom('own_mark').where('alliance', '=', alliance).execute();
    await publishOwnMembership(tx, kernel, actor, { action: 'ended', alliance, title });
  });
}

/** Fetches the trust marks that we were granted, and drops those that are issued no more. */
async function fetchMarks(
  kernel: Kernel,
  { alliance }: Membership,
  configuration: EntityStatement,
  pin: Pin,
): Promise<void> {
  const endpoint = endpointOf(configuration, 'federation_trust_mark_endpoint');
  if (endpoint === null) return;
  const now = unixSeconds(kernel.clock);
  const { mediaType, maxBytes } = JWT_KINDS.trustMark;
  const subject = kernel.identity.origin;
  for (const type of Object.keys(configuration.claims.trust_mark_issuers ?? {}).slice(0, 16)) {
    const url = new URL(endpoint);
    url.searchParams.set('trust_mark_type', type);
    url.searchParams.set('sub', subject);
    const answer = await ask(kernel, url.href, mediaType, maxBytes);
    if (answer === 'unreachable') continue;
    if (answer === 'none') {
      await kernel.db
        .deleteFrom('own_mark')
        .where('alliance', '=', alliance)
        .where('type', '=', type)
        .execute();
      continue;
    }
    const issuerJwks = pinnedJwks(pin, now);
    const anchor = configuration.claims;
    const { exp = now } = verifyTrustMark(answer.jws, { subject, type, issuerJwks, anchor, now });
    const kept = { jws: answer.jws, expires_at: new Date(exp * 1000) };
    await kernel.db
      .insertInto('own_mark')
      .values({ alliance, type, ...kept })
      .onConflict((conflict) => conflict.columns(['alliance', 'type']).doUpdateSet(kept))
      .execute();
  }
}
