import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { pinAnchor } from '@koinon/trust';
import type { TestEntity } from '../../../../../packages/trust/test/support/entities.ts';
import type { TestNode } from '../../../testing/index.ts';
import { unixSeconds } from '../../clock.ts';
import { savePin } from '../../federation/index.ts';
import type { EntityServer } from '../../federation/testing/entity-server.ts';

/** The other side of a login, written with nothing but HTTP and JSON: it shares no code with what it is held against. */

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = (): number => Math.floor(Date.now() / 1000);

export function signJwt(entity: TestEntity, claims: object, header: object = {}): string {
  const { alg, kid } = entity.key;
  const signed = `${part({ alg, kid, ...header })}.${part(claims)}`;
  return `${signed}.${Buffer.from(entity.key.sign(Buffer.from(signed))).toString('base64url')}`;
}

export function readJwt(jwt: string): { header: Record<string, unknown>; claims: Record<string, unknown> } {
  const [header, claims] = jwt
    .split('.')
    .slice(0, 2)
    .map((one) => JSON.parse(Buffer.from(one, 'base64url').toString()));
  return { header, claims };
}

/** Lets a node take the entity's word about itself. */
export async function pin(node: TestNode, entity: TestEntity): Promise<void> {
  const { db, clock } = node.kernel;
  await savePin(db, pinAnchor(entity.id, entity.jwks, unixSeconds(clock)), clock.now());
}

/** Makes the entity say that it is a client. */
export function becomeClient(entity: TestEntity, more: object = {}): void {
  entity.rest.metadata = {
    openid_relying_party: {
      client_registration_types: ['automatic'],
      redirect_uris: [`${entity.id}/callback`],
      jwks: entity.jwks,
      ...more,
    },
  };
}

export function assertion(entity: TestEntity, audience: string, more: object = {}): string {
  const claims = { iss: entity.id, sub: entity.id, aud: audience, jti: randomBytes(9).toString('hex') };
  return signJwt(entity, { ...claims, iat: now(), exp: now() + 60, ...more });
}

export interface Pushed {
  status: number;
  body: Record<string, string>;
  verifier: string;
  nonce: string;
  state: string;
}

/** A pushed authorization request, as a client would send it. */
export async function push(
  entity: TestEntity,
  provider: string,
  {
    request = {},
    proof = assertion(entity, provider),
  }: { request?: Record<string, string>; proof?: string } = {},
): Promise<Pushed> {
  const [verifier, nonce, state] = [43, 16, 16].map((bytes) => randomBytes(bytes).toString('base64url'));
  const answer = await fetch(`${provider}/oidc/par`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: entity.id,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: proof,
      response_type: 'code',
      redirect_uri: `${entity.id}/callback`,
      scope: 'openid',
      state: state as string,
      nonce: nonce as string,
      code_challenge: createHash('sha256')
        .update(verifier as string)
        .digest('base64url'),
      code_challenge_method: 'S256',
      ...request,
    }),
  });
  const body = (await answer.json()) as Record<string, string>;
  return { status: answer.status, body, verifier, nonce, state } as Pushed;
}

export async function redeem(entity: TestEntity, provider: string, code: string, verifier: string) {
  const answer = await fetch(`${provider}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: `${entity.id}/callback`,
      client_id: entity.id,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion(entity, provider),
    }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

/** What a raw provider was asked, and how it answers. */
export interface RawProvider {
  pushed: Record<string, string>[];
  /** Changes the ID token before it is signed. */
  claims: Record<string, unknown>;
  signer: TestEntity;
  error: string | null;
}

/** Makes the entity say that it is a provider, and be one. */
export function becomeProvider(server: EntityServer, entity: TestEntity, more: object = {}): RawProvider {
  const state: RawProvider = { pushed: [], claims: {}, signer: entity, error: null };
  const path = new URL(entity.id).pathname;
  entity.rest.metadata = {
    openid_provider: {
      issuer: entity.id,
      authorization_endpoint: `${entity.id}/authorize`,
      token_endpoint: `${entity.id}/token`,
      pushed_authorization_request_endpoint: `${entity.id}/par`,
      authorization_response_iss_parameter_supported: true,
      client_registration_types_supported: ['automatic'],
      id_token_signing_alg_values_supported: ['EdDSA'],
      response_types_supported: ['code'],
      jwks: entity.jwks,
      ...more,
    },
  };
  server.answers.set(`${path}/par`, async (request, response) => {
    state.pushed.push(await form(request));
    const body = state.error === null ? { request_uri: 'urn:x:1', expires_in: 60 } : { error: state.error };
    response.writeHead(state.error === null ? 201 : 400, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  server.answers.set(`${path}/token`, async (request, response) => {
    await form(request);
    const { nonce, client_id } = state.pushed.at(-1) ?? {};
    const claims = { iss: entity.id, sub: 'someone', aud: client_id, nonce, iat: now(), exp: now() + 300 };
    const id_token = signJwt(state.signer, { ...claims, auth_time: now(), ...state.claims });
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ access_token: 'unused', token_type: 'bearer', id_token }));
  });
  return state;
}

async function form(request: IncomingMessage): Promise<Record<string, string>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
}
