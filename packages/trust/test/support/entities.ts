import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { jwkFromPublicKey } from '@koinon/records';
import { utf8 } from '@koinon/transparency-log';
import { ed25519PublicKey, ed25519Sign, sha256 } from '@koinon/transparency-log/crypto';
import {
  type Algorithm,
  type Configuration,
  configurationClaims,
  configurationUrl,
  fetchUrl,
  type Jwks,
  type JwtSigner,
  jwkThumbprint,
  type NamedJwk,
  parsePublicJwk,
  type SubordinateStatement,
  signStatement,
  subordinateClaims,
} from '../../src/index.ts';

/** The present of all tests, in seconds since 1970. */
export const NOW = 1_764_000_000;

export interface TestKey extends JwtSigner {
  jwk: NamedJwk;
}

function named(jwk: Record<string, unknown>, alg: Algorithm): NamedJwk {
  const kid = jwkThumbprint(jwk);
  return { ...parsePublicJwk(jwk), kid, alg, use: 'sig' };
}

/** An Ed25519 key that follows from a name. */
export function testKey(name: string): TestKey {
  const seed = sha256(utf8(name));
  const jwk = named({ ...jwkFromPublicKey(ed25519PublicKey(seed)) }, 'EdDSA');
  return { jwk, kid: jwk.kid, alg: 'EdDSA', sign: (bytes) => ed25519Sign(seed, bytes) };
}

/** Plain bytes: `slice` of a Buffer would be a view on the same memory. */
function nodeSign(alg: Algorithm, key: KeyObject): (bytes: Uint8Array) => Uint8Array {
  if (alg === 'ES256') {
    return (bytes) => new Uint8Array(sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }));
  }
  if (alg === 'RS256') return (bytes) => new Uint8Array(sign('sha256', bytes, key));
  if (alg === 'PS256') {
    return (bytes) => new Uint8Array(sign('sha256', bytes, { key, padding: 6, saltLength: 32 }));
  }
  return (bytes) => new Uint8Array(sign(null, bytes, key));
}

/** A new key of any algorithm, signing through Node. */
export function nodeKey(alg: Algorithm): TestKey {
  const pair =
    alg === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : alg === 'RS256' || alg === 'PS256'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : generateKeyPairSync('ed25519');
  const jwk = named({ ...pair.publicKey.export({ format: 'jwk' }) }, alg);
  return { jwk, kid: jwk.kid, alg, sign: nodeSign(alg, pair.privateKey) };
}

export function jwksOf(...keys: readonly TestKey[]): Jwks {
  return { keys: keys.map(({ jwk }) => jwk) };
}

/** An entity of a test federation: makes its statements. */
export class TestEntity {
  readonly id: string;
  key: TestKey;
  keys: TestKey[];
  /** What its configuration holds beside the usual. */
  rest: Partial<Configuration> = {};
  /** What it states about subordinates, by their id. */
  readonly about = new Map<string, Partial<SubordinateStatement> & { jwks: Jwks; key?: TestKey }>();

  constructor(host: string, superiors: readonly TestEntity[] = []) {
    this.id = host.includes('://') ? host : `https://${host}`;
    this.key = testKey(this.id);
    this.keys = [this.key];
    for (const superior of superiors) superior.lists(this);
    if (superiors.length > 0) this.rest.authorityHints = superiors.map(({ id }) => id);
  }

  get jwks(): Jwks {
    return jwksOf(...this.keys);
  }
  get endpoint(): string {
    return `${this.id}/federation/fetch`;
  }

  lists(subject: TestEntity, rest: Partial<SubordinateStatement> & { key?: TestKey } = {}): this {
    this.about.set(subject.id, { jwks: subject.jwks, ...rest });
    return this;
  }

  claims(): Record<string, unknown> {
    return configurationClaims({
      entityId: this.id,
      iat: NOW,
      jwks: this.jwks,
      metadata: { federation_entity: { federation_fetch_endpoint: this.endpoint } },
      ...this.rest,
    });
  }
  configuration(): string {
    return signStatement(this.claims(), this.key);
  }
  statement(subject: TestEntity): string {
    const { key, ...rest } = this.about.get(subject.id) ?? { jwks: subject.jwks };
    const claims = subordinateClaims({ issuer: this.id, subject: subject.id, iat: NOW, ...rest });
    return signStatement(claims, key ?? this.key);
  }

  get pinned(): [string, Jwks] {
    return [this.id, this.jwks];
  }
}

/** Statements of a chain, the subject first. */
export function chainOf(...entities: readonly TestEntity[]): string[] {
  const [subject] = entities as [TestEntity];
  const links = entities.slice(1).map((superior, i) => superior.statement(entities[i] as TestEntity));
  const anchor = entities.at(-1) as TestEntity;
  return [subject.configuration(), ...links, ...(entities.length > 1 ? [anchor.configuration()] : [])];
}

export { configurationUrl, fetchUrl };
