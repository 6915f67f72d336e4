import { configurationClaims, signStatement } from '@koinon/trust';
import { unixSeconds } from '../clock.ts';
import type { Kernel } from '../kernel.ts';
import { federationJwks, federationSigner, newestFederationKey } from './federation-keys.ts';
import { ownMetadata } from './own-metadata.ts';

/**
 * A statement is dated to the beginning of its hour, so that every process of a node signs the same bytes, and what is served
 * has at least 23 of its 24 hours left.
 */
const ISSUE_EVERY = 3600;

/** Signs the entity configuration of this node, again only where something in it changed or an hour has begun. */
export class OwnConfiguration {
  readonly #kernel: Kernel;
  #signed: { content: string; jws: string } | null = null;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /** The signed statement as it is to be served now. */
  async current(): Promise<string> {
    const { clock, keys, identity } = this.#kernel;
    const now = unixSeconds(clock);
    const iat = Math.max(now - (now % ISSUE_EVERY), Math.min(now, newestFederationKey(keys)));
    const metadata = await ownMetadata(this.#kernel);
    const claims = configurationClaims({
      entityId: identity.origin,
      iat,
      jwks: federationJwks(keys),
      metadata,
    });
    const signer = federationSigner(keys, now);
    const content = `${signer.kid} ${JSON.stringify(claims)}`;
    if (this.#signed?.content === content) return this.#signed.jws;
    const jws = signStatement(claims, signer);
    this.#signed = { content, jws };
    return jws;
  }
}
