import {
  type EntityStatement,
  endpointSchema,
  fetchUrl,
  JWT_KINDS,
  type Jwks,
  jwkThumbprint,
  parseSubordinate,
  pinnedJwks,
  signHandOver,
} from '@koinon/trust';
import { z } from 'zod';
import { unixSeconds } from '../clock.ts';
import { askEntity, readPins, readSubordinate, stateSubordinate } from '../federation/index.ts';
import type { Actor } from '../identity/actor.ts';
import { require } from '../identity/can.ts';
import type { Kernel } from '../kernel.ts';
import type { Act } from '../records/record.ts';
import { sha256Hex } from '../sha256.ts';
import { readConfigurationOf } from '../trust/index.ts';
import { insertAlliance } from './create.ts';
import { KOINON_ALLIANCE } from './entity.ts';
import { AllianceRefused } from './error.ts';
import { allianceJwks, allianceSigner, allianceSigners, requireHosted } from './hosted.ts';
import { keysInHostLog } from './join.ts';
import { charterSchema } from './kinds.ts';
import { publishAlliance } from './records.ts';

const described = z.looseObject({
  charter_uri: z.url(),
  charter_digest: z.string(),
  chair: z.string().max(2048),
});
const charterDocumentSchema = charterSchema.extend({ chair: z.string() });
const MOST_MEMBERS = 5000;

/** The configuration of an alliance that this node has pinned, signed with a pinned key. */
async function readPinned(
  kernel: Kernel,
  alliance: string,
): Promise<{ configuration: EntityStatement; jwks: Jwks }> {
  const pin = (await readPins(kernel.db)).find(({ entityId }) => entityId === alliance);
  if (pin === undefined) throw new AllianceRefused('not-a-member', alliance);
  const configuration = await readConfigurationOf(kernel, alliance);
  const jwks = pinnedJwks(pin, unixSeconds(kernel.clock));
  const known = configuration && jwks.keys.some(({ kid }) => kid === configuration.header.kid);
  if (!known) throw new AllianceRefused('other-alliance-keys', alliance);
  return { configuration, jwks };
}

async function fetchText(kernel: Kernel, url: string, maxBytes: number): Promise<string> {
  const { status, body } = await kernel.fetcher.fetch(url, {
    maxBytes,
    timeoutMs: 10_000,
    accept: ['application/json'],
  });
  if (status !== 200) throw new AllianceRefused('not-an-alliance', url);
  return new TextDecoder().decode(body);
}

/** Charter and chair, as the configuration names them by their hash. */
async function fetchCharter(kernel: Kernel, { claims }: EntityStatement) {
  const read = described.safeParse(claims.metadata?.[KOINON_ALLIANCE]);
  if (!read.success) throw new AllianceRefused('not-an-alliance', claims.sub);
  const text = await fetchText(kernel, read.data.charter_uri, 1024 * 1024);
  const charter = charterDocumentSchema.safeParse(JSON.parse(text));
  if (sha256Hex(text) !== read.data.charter_digest || !charter.success)
    throw new AllianceRefused('not-an-alliance', claims.sub);
  return charter.data;
}

/** Members with their keys, each as the old host has signed it. */
async function fetchMembers(
  kernel: Kernel,
  { configuration, jwks }: { configuration: EntityStatement; jwks: Jwks },
) {
  const { federation_entity: endpoints } = configuration.claims.metadata ?? {};
  const list = endpointSchema.parse(endpoints?.federation_list_endpoint);
  const fetchAt = endpointSchema.parse(endpoints?.federation_fetch_endpoint);
  const names = z
    .array(z.string())
    .max(MOST_MEMBERS)
    .parse(JSON.parse(await fetchText(kernel, list, 1024 * 1024)));
  const issuer = configuration.claims.sub;
  const members: { node: string; jwks: Jwks; policy: unknown }[] = [];
  for (const subject of names) {
    const { mediaType, maxBytes } = JWT_KINDS.entityStatement;
    const url = fetchUrl(fetchAt, subject);
    const answer = await askEntity(kernel.fetcher, {
      kind: 'statement',
      url,
      from: issuer,
      about: subject,
      mediaType,
      maxBytes,
    });
    if ('failure' in answer) throw new AllianceRefused('not-an-alliance', issuer, answer.failure);
    const { claims } = parseSubordinate(answer.jws, { issuer, subject, jwks });
    members.push({ node: subject, jwks: claims.jwks, policy: claims.metadata_policy ?? null });
  }
  return members;
}

/** Marks that the old host issues to its members. */
async function fetchGrants(kernel: Kernel, { claims }: EntityStatement, nodes: readonly string[]) {
  const endpoint = endpointSchema.safeParse(
    claims.metadata?.federation_entity?.federation_trust_mark_endpoint,
  );
  const grants: { node: string; name: string }[] = [];
  if (!endpoint.success) return grants;
  for (const type of Object.keys(claims.trust_mark_issuers ?? {})) {
    for (const node of nodes) {
      const url = new URL(endpoint.data);
      url.searchParams.set('trust_mark_type', type);
      url.searchParams.set('sub', node);
      const { maxBytes, mediaType } = JWT_KINDS.trustMark;
      const { status } = await kernel.fetcher.fetch(url.href, {
        maxBytes,
        timeoutMs: 3_000,
        accept: [mediaType, 'application/json'],
      });
      if (status === 200) grants.push({ node, name: type.slice(type.lastIndexOf('/') + 1) });
    }
  }
  return grants;
}

/**
 * Makes this node ready to host an alliance that it is a member of: an entity with new keys, and members, charter, policy and
 * marks as the present host has signed them. It counts once the host hands over. A public act.
 * @throws AllianceRefused, Untrusted, NotPermitted
 */
export async function prepareHost(
  kernel: Kernel,
  actor: Actor,
  { alliance: from, slug }: { alliance: string; slug?: string | undefined },
): Promise<{ act: Act; id: string; kids: string[] }> {
  require(actor, 'kernel.alliances');
  const pinned = await readPinned(kernel, from);
  const { chair, ...charter } = await fetchCharter(kernel, pinned.configuration);
  const members = await fetchMembers(kernel, pinned);
  const nodes = members.map(({ node }) => node);
  const grants = await fetchGrants(kernel, pinned.configuration, nodes);
  const types = Object.keys(pinned.configuration.claims.trust_mark_issuers ?? {});
  const marks = types.map((type) => type.slice(type.lastIndexOf('/') + 1));
  const name = slug ?? new URL(from).pathname.split('/').at(-1) ?? '';
  const policy = (members[0]?.policy ?? null) as Parameters<typeof insertAlliance>[2]['policy'];
  return await kernel.database.transaction(async (tx) => {
    const asked = { slug: name, charter, marks, ...(policy && { policy }) };
    const alliance = await insertAlliance(tx, kernel, asked, { state: 'prepared', chair, predecessor: from });
    const now = kernel.clock.now();
    for (const { node, jwks } of members) {
      await stateSubordinate(
        tx,
        { issuer: alliance.id, subject: node },
        { jwks, source: 'chain', seen: 0 },
        now,
      );
    }
    if (grants.length > 0) {
      const rows = grants.map((grant) => ({ alliance: alliance.id, ...grant, granted_at: now }));
      await tx.insertInto('alliance_mark').values(rows).execute();
    }
    const act = await publishAlliance(tx, kernel, actor, alliance, 'prepared');
    const kids = (await allianceJwks(tx, kernel, alliance.id)).keys.map(({ kid }) => kid);
    return { act, id: alliance.id, kids };
  });
}

/**
 * Hands an alliance over to the node that has prepared to host it: its keys sign the new name and keys, once and for good.
 * Every member follows by itself. A public act.
 * @throws AllianceRefused, Untrusted, NotPermitted
 */
export async function handOver(
  kernel: Kernel,
  actor: Actor,
  { slug, to, keys }: { slug: string; to: string; keys?: readonly string[] | undefined },
): Promise<Act> {
  require(actor, 'kernel.alliances');
  const { id } = await requireHosted(kernel.db, slug);
  const host = new URL(to).origin;
  if (!(await readSubordinate(kernel.db, id, host))) throw new AllianceRefused('not-a-member', slug, host);
  const configuration = await readConfigurationOf(kernel, to);
  const metadata = configuration?.claims.metadata?.[KOINON_ALLIANCE];
  if (configuration === null || metadata?.predecessor !== id)
    throw new AllianceRefused('not-prepared', slug, to);
  const { jwks } = configuration.claims;
  const known = keys ?? (await keysInHostLog(kernel, to));
  // Somebody has to vouch for keys that will speak for everybody: the new host's log, or whoever gives them here.
  if (known === null || !jwks.keys.every((jwk) => known.includes(jwkThumbprint(jwk))))
    throw new AllianceRefused('other-alliance-keys', to);
  const now = unixSeconds(kernel.clock);
  return await kernel.database.transaction(async (tx) => {
    await requireHosted(tx, slug);
    const signer = allianceSigner(await allianceSigners(tx, kernel, id), now);
    const hand_over = signHandOver({ from: id, to, jwks, iat: now }, signer);
    const alliance = await tx
      .updateTable('alliance')
      .set({ state: 'handed-over', hand_over, successor: to, changed_at: kernel.clock.now() })
      .where('slug', '=', slug)
      .returningAll()
      .executeTakeFirstOrThrow();
    return await publishAlliance(tx, kernel, actor, alliance, 'handed-over');
  });
}
