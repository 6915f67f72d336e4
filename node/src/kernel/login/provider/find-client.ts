import { isEntityId, type Metadata } from '@koinon/trust';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { unixSeconds } from '../../clock.ts';
import type { Kernel } from '../../kernel.ts';
import { trustNode } from '../trusted-node.ts';
import { assertionFault, assertionKey } from './assertion.ts';
import { type ClientMetadata, clientMetadata, UnfitClient } from './client-metadata.ts';

/** Why there is no client for an identifier; `code` is the OAuth error. */
export class ClientRefused extends Error {
  readonly code: 'invalid_client' | 'invalid_trust_chain' | 'temporarily_unavailable';
  constructor(code: ClientRefused['code'], why: string) {
    super(why);
    this.code = code;
  }
}

/** What is known of a request that names a client. */
export interface ClientRequest {
  assertion: string | undefined;
  /** Address of the peer, as limits count it. */
  address: string;
}

/** Unknown clients that one address may name in a minute. */
const UNKNOWN = { points: 20, duration: 60 };

/**
 * Clients are not registered: one is found by its trust chain when it is first named (OpenID Federation, automatic
 * registration). Nothing is fetched for a client that this node has no chain of, unless the request carries an assertion
 * that could be good, and from one address only so often.
 */
export class ClientFinder {
  readonly #kernel: Kernel;
  readonly #unknown = new RateLimiterMemory(UNKNOWN);
  /** What was read of a chain's metadata: the same object for as long as the chain is judged the same. */
  readonly #read = new WeakMap<Metadata, ClientMetadata>();

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /** @throws ClientRefused */
  async find(id: string, request: ClientRequest): Promise<ClientMetadata> {
    const { identity, log } = this.#kernel;
    if (!isEntityId(id) || id === identity.origin) throw new ClientRefused('invalid_client', 'no entity');
    const { chain, decision, stopped } = await trustNode(this.#kernel, id, () =>
      this.#admitUnknown(id, request),
    );
    if (chain === null) {
      const cause = stopped ?? decision.reason?.cause ?? 'unknown';
      log.info({ client: id, cause, step: decision.reason?.code }, 'a client is not trusted');
      throw new ClientRefused('invalid_trust_chain', `no valid trust chain for this client: ${cause}`);
    }
    try {
      const read = this.#read.get(chain.metadata) ?? clientMetadata(id, chain.metadata);
      this.#read.set(chain.metadata, read);
      const unknown = request.assertion !== undefined && !knowsKeyOf(request.assertion, read);
      if (unknown && (await this.#kernel.resolver.lookAgain(id))) return await this.find(id, request);
      return read;
    } catch (error) {
      if (!(error instanceof UnfitClient)) throw error;
      log.info({ client: id, reason: error.message }, 'a client does not fit');
      throw new ClientRefused('invalid_client', error.message);
    }
  }

  async #admitUnknown(id: string, { assertion, address }: ClientRequest): Promise<void> {
    if (assertion === undefined) throw new ClientRefused('invalid_client', 'not known here');
    const { clock, identity } = this.#kernel;
    const expected = { client: id, audience: identity.origin, now: unixSeconds(clock) };
    const fault = assertionFault(assertion, expected);
    if (fault !== null) throw new ClientRefused('invalid_client', `client_assertion: ${fault}`);
    const state = await this.#unknown.consume(address).catch(() => null);
    if (state === null) throw new ClientRefused('temporarily_unavailable', 'too many unknown clients');
  }
}

/** Whether a client has listed the key that an assertion says it is signed with. */
function knowsKeyOf(assertion: string, { jwks }: ClientMetadata): boolean {
  const kid = assertionKey(assertion);
  return kid === null || jwks.keys.some((key) => key.kid === kid);
}
