import {
  configurationClaims,
  type Jwks,
  type Metadata,
  type OwnStatement,
  signStatement,
} from '@koinon/trust';
import { unixSeconds } from '../clock.ts';
import type { Kernel } from '../kernel.ts';
import { issuedAt, jwksOf, newestKey, signerAt } from './federation-keys.ts';
import { ownMetadata } from './own-metadata.ts';
import { readAuthorityHints, readOwnMarks } from './own-superiors.ts';
import { readSubordinate, statementAbout } from './subordinates.ts';

/** Where an entity answers as a superior, below its own address. */
export function superiorEndpoints(entityId: string): Metadata[string] {
  return {
    federation_fetch_endpoint: `${entityId}/federation/fetch`,
    federation_list_endpoint: `${entityId}/federation/list`,
  };
}

/** This node as an entity of the federation: what it says of itself, and of its partners. */
export class OwnEntity {
  readonly #kernel: () => Kernel;
  #signed: { content: string; jws: string } | null = null;

  /** `kernel` is looked at when something is asked for: this is one of its parts. */
  constructor(kernel: () => Kernel) {
    this.#kernel = kernel;
  }

  get #signers() {
    return this.#kernel().keys.signers('federation');
  }

  get entityId(): string {
    return this.#kernel().identity.origin;
  }

  /** Keys that it signs with. */
  get jwks(): Jwks {
    return jwksOf(this.#signers);
  }

  /** The signed configuration as it is to be served now; signed again only where something changed or an hour has begun. */
  async configuration(): Promise<string> {
    const kernel = this.#kernel();
    const now = unixSeconds(kernel.clock);
    const { origin } = kernel.identity;
    const [metadata, authorityHints, trustMarks] = await Promise.all([
      ownMetadata(kernel),
      readAuthorityHints(kernel.db, kernel.clock.now()),
      readOwnMarks(kernel.db, kernel.clock.now()),
    ]);
    const claims = configurationClaims({
      entityId: origin,
      iat: issuedAt(now, newestKey(this.#signers)),
      authorityHints,
      trustMarks,
      jwks: this.jwks,
      metadata: {
        ...metadata,
        federation_entity: { ...metadata.federation_entity, ...superiorEndpoints(origin) },
      },
    });
    const signer = signerAt(this.#signers, now);
    const content = `${signer.kid} ${JSON.stringify(claims)}`;
    if (this.#signed?.content === content) return this.#signed.jws;
    const jws = signStatement(claims, signer);
    this.#signed = { content, jws };
    return jws;
  }

  /** What this node states about another; null where it states nothing. */
  async statement(subject: string): Promise<string | null> {
    const { db, identity, clock } = this.#kernel();
    const row = await readSubordinate(db, identity.origin, subject);
    if (row === null) return null;
    const now = unixSeconds(clock);
    return statementAbout(row, signerAt(this.#signers, now), now);
  }

  /** The same in the form that a resolution takes, with which it need not ask us over the network. */
  async statementToResolve(subject: string): Promise<OwnStatement | null> {
    const statement = await this.statement(subject);
    if (statement === null) return null;
    const { entityId, jwks } = this;
    return { entityId, jwks, statement, configuration: await this.configuration() };
  }
}
