import {
  checkTimes,
  configurationUrl,
  type EntityStatement,
  JWT_KINDS,
  KOINON_NODE,
  parseConfiguration,
  readKoinonNode,
  TrustError,
} from '@koinon/trust';
import { unixSeconds } from '../clock.ts';
import { askEntity, PASSING_FAILURES, type StatedKeys } from '../federation/index.ts';
import type { Kernel } from '../kernel.ts';
import { Untrusted } from './error.ts';
import type { NodeStatement } from './statement.ts';

/**
 * The federation keys with which we state a node that becomes a partner: those of its chain, where an alliance that we have
 * pinned states it already, else those of its configuration, taken at its word this once. Null where the node has no
 * configuration yet: it is followed, and stated when its log tells its keys.
 *
 * @throws Untrusted
 */
export async function meetEntity(
  kernel: Kernel,
  stated: Pick<NodeStatement, 'node' | 'log' | 'witness'>,
): Promise<StatedKeys | null> {
  const { node } = stated;
  const configuration = await readConfigurationOf(kernel, node);
  if (configuration === null) return null;
  requireSameKeys(configuration, stated);
  const { chain } = await kernel.resolver.resolve(node);
  if (chain) return { jwks: chain.jwks, source: 'chain', seen: 0 };
  const { jwks, iat } = configuration.claims;
  return { jwks, source: 'first-contact', seen: iat };
}

/** What an entity says of itself now; null where it says nothing. @throws Untrusted */
export async function readConfigurationOf(kernel: Kernel, entity: string): Promise<EntityStatement | null> {
  const { mediaType, maxBytes } = JWT_KINDS.entityStatement;
  const request = { kind: 'configuration' as const, from: entity, about: entity, mediaType, maxBytes };
  const answer = await askEntity(kernel.fetcher, { ...request, url: configurationUrl(entity) });
  if ('failure' in answer) {
    if (!PASSING_FAILURES.has(answer.failure)) return null;
    throw new Untrusted('not-reached', entity, `its entity configuration: ${answer.failure}`);
  }
  try {
    const configuration = parseConfiguration(answer.jws, entity);
    checkTimes(configuration.claims, unixSeconds(kernel.clock));
    return configuration;
  } catch (error) {
    if (!(error instanceof TrustError)) throw error;
    throw new Untrusted('bad-configuration', entity, `${error.code}: ${error.message}`);
  }
}

/** The configuration speaks for the log and the witness that the node shows everywhere else. */
function requireSameKeys(
  { claims }: EntityStatement,
  { node, log, witness }: Pick<NodeStatement, 'node' | 'log' | 'witness'>,
): void {
  if (!claims.metadata?.[KOINON_NODE])
    throw new Untrusted('bad-configuration', node, `no ${KOINON_NODE} in it`);
  let own: ReturnType<typeof readKoinonNode>;
  try {
    own = readKoinonNode(node, claims.metadata);
  } catch (error) {
    if (!(error instanceof TrustError)) throw error;
    throw new Untrusted('bad-configuration', node, `${error.code}: ${error.message}`);
  }
  const same = (a: readonly string[], b: readonly string[]): boolean =>
    a.length === b.length && a.every((key) => b.includes(key));
  if (!same(own.log.vkeys, log.vkeys) || !same(own.witness.vkeys, witness.vkeys)) {
    throw new Untrusted('inconsistent-keys', node, 'its entity configuration lists other keys');
  }
}
