import type { EntityStatement } from '@koinon/trust';
import { jwksOf, readSubordinate, type StatedKeys, stateSubordinate } from '../federation/index.ts';
import type { Actor } from '../identity/actor.ts';
import type { Kernel } from '../kernel.ts';
import { judgeKeys, readConfigurationOf, readKeysInLog, Untrusted } from '../trust/index.ts';
import { type HostedAlliance, listHosted } from './hosted.ts';
import { endMember } from './members.ts';
import { publishMember } from './records.ts';

const actor: Actor = { type: 'system', reason: 'alliance' };

/** Looks at the members of the alliances that this node hosts: follows their keys, and lets go who has left. */
export async function tendHosted(kernel: Kernel): Promise<void> {
  for (const alliance of await listHosted(kernel.db)) {
    const rows = await kernel.db
      .selectFrom('subordinate')
      .select('subject')
      .where('issuer', '=', alliance.id)
      .execute();
    for (const { subject } of rows) await tendMember(kernel, alliance, subject);
  }
}

async function tendMember(kernel: Kernel, alliance: HostedAlliance, node: string): Promise<void> {
  if (node === kernel.identity.origin) return await tendOwn(kernel, alliance);
  const configuration = await read(kernel, node);
  if (configuration === null) return;
  const partner = await kernel.trust.partner(node);
  const row = await readSubordinate(kernel.db, alliance.id, node);
  const inLog = partner && (await readKeysInLog(kernel, partner));
  const signed = row?.jwks.keys.some(({ kid }) => kid === configuration.header.kid) ?? false;
  // Only what its own key says ends a membership: a host that was taken over must not.
  if (alliance.state === 'active' && signed && !names(configuration, alliance)) {
    await kernel.database.transaction((tx) =>
      endMember(tx, kernel, actor, alliance, { node, reason: 'left' }),
    );
    return;
  }
  const { next } = judgeKeys(kernel, node, { row, inLog, configuration });
  if (next !== null) await stateAnew(kernel, alliance, node, next);
}

/** Whether a node names the alliance as its superior; one that has not followed a hand-over yet names the former host. */
function names({ claims }: EntityStatement, { id, predecessor }: HostedAlliance): boolean {
  const hints = claims.authority_hints ?? [];
  return hints.includes(id) || (predecessor !== null && hints.includes(predecessor));
}

async function tendOwn(kernel: Kernel, alliance: HostedAlliance): Promise<void> {
  const node = kernel.identity.origin;
  const jwks = jwksOf(kernel.keys.signers('federation'));
  const row = await readSubordinate(kernel.db, alliance.id, node);
  const kids = (set: { keys: readonly { kid: string }[] } | undefined) =>
    set?.keys.map(({ kid }) => kid).join();
  if (kids(row?.jwks) !== kids(jwks)) {
    await stateAnew(kernel, alliance, node, { jwks, source: 'operator', seen: 0 });
  }
}

async function read(kernel: Kernel, node: string): Promise<EntityStatement | null> {
  try {
    return await readConfigurationOf(kernel, node);
  } catch (error) {
    if (!(error instanceof Untrusted)) throw error;
    kernel.log.debug({ err: error, node }, 'a member of an alliance was not read');
    return null;
  }
}

async function stateAnew(
  kernel: Kernel,
  alliance: HostedAlliance,
  node: string,
  keys: StatedKeys,
): Promise<void> {
  await kernel.database.transaction(async (tx) => {
    if (!(await readSubordinate(tx, alliance.id, node))) return;
    await stateSubordinate(tx, { issuer: alliance.id, subject: node }, keys, kernel.clock.now());
    const kids = keys.jwks.keys.map(({ kid }) => kid);
    await publishMember(tx, kernel, actor, alliance, { action: 'keys', node, kids });
  });
}
