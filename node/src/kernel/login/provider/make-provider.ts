import { createHmac } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider';
import { unixSeconds } from '../../clock.ts';
import type { Kernel } from '../../kernel.ts';
import type { Signer } from '../../keys/keys.ts';
import { adapters } from './adapters.ts';
import { CLIENT_ALGORITHMS } from './client-metadata.ts';
import { providerCookie } from './cookies.ts';
import type { ClientFinder } from './find-client.ts';
import { ACR_VALUES, ROUTES } from './metadata.ts';
import { ALGORITHM, providerSigners, publicKeyObject } from './signing-keys.ts';

/** Seconds that a client's assertion may be good for, clocks apart included: as long its `jti` is remembered. */
const LONGEST_ASSERTION = 360;

/** The consent page of a login that another node asked for. */
export const CONSENT = '/login/consent';

/** What a request carries beside itself. */
export interface ProviderHooks {
  clients: ClientFinder;
  /** Address of the peer, as limits count it. */
  addressOf(request: IncomingMessage): string;
  /** Takes an error that is to be shown as a page of the node. */
  failed(request: IncomingMessage, error: Error): void;
}

type Library = typeof import('oidc-provider');

/**
 * The pseudonym of a person at one other node. The oldest secret counts: a newer one must not give every guest a new account
 * without anybody having decided so.
 */
export function pairwiseSubject(
  keys: Pick<Kernel['keys'], 'secrets'>,
  client: string,
  account: string,
): string {
  const [secret] = keys.secrets('pairwise');
  return createHmac('sha256', secret as Uint8Array)
    .update(JSON.stringify([client, account]))
    .digest('base64url');
}

/** oidc-provider, set up as FAPI 2.0 asks and for clients that are found by trust chain. */
export function makeProvider(library: Library, kernel: Kernel, hooks: ProviderHooks): Provider {
  const { default: OidcProvider, errors } = library;
  const { identity, keys, log } = kernel;
  const provider = new OidcProvider(identity.origin, {
    adapter: adapters(library, kernel, hooks),
    jwks: { keys: signingKeys(library, kernel) },
    routes: ROUTES,
    cookies: {
      keys: keys
        .secrets('cookies')
        .map((secret) => Buffer.from(secret).toString('base64url'))
        .reverse(),
      names: {
        session: providerCookie(identity, 'session'),
        interaction: providerCookie(identity, 'interaction'),
        resume: providerCookie(identity, 'resume'),
      },
      short: { httpOnly: true, sameSite: 'lax', signed: true },
      long: { httpOnly: true, sameSite: 'lax', signed: true },
    },
    responseTypes: ['code'],
    scopes: ['openid'],
    clientAuthMethods: ['private_key_jwt'],
    claims: { openid: ['sub'], acr: null, auth_time: null, iss: null },
    enabledJWA: {
      clientAuthSigningAlgValues: [...CLIENT_ALGORITHMS],
      idTokenSigningAlgValues: [ALGORITHM],
    },
    clientDefaults: { id_token_signed_response_alg: ALGORITHM },
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_, account, client) => pairwiseSubject(keys, client.clientId, account),
    acrValues: [...ACR_VALUES],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      fapi: { enabled: true, profile: '2.0' },
      claimsParameter: { enabled: true },
      pushedAuthorizationRequests: {
        enabled: true,
        requirePushedAuthorizationRequests: true,
        allowUnregisteredRedirectUris: false,
      },
      externalSigningSupport: { enabled: true, ack: 'experimental-01' },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      introspection: { enabled: false },
      revocation: { enabled: false },
      resourceIndicators: { enabled: false },
      dPoP: { enabled: false },
      requestObjects: { enabled: false },
    },
    assertJwtClientAuthClaimsAndHeader: (_, claims) => {
      if (claims.aud !== identity.origin) {
        throw new errors.InvalidClientAuth('aud must be the entity identifier');
      }
      if (Number(claims.exp) > unixSeconds(kernel.clock) + LONGEST_ASSERTION) {
        throw new errors.InvalidClientAuth('exp is too far ahead');
      }
    },
    interactions: { url: (_, interaction) => `${CONSENT}/${interaction.uid}` },
    // Long enough to find a means of login; the rest is for machines.
    ttl: {
      Interaction: 1800,
      Session: 300,
      Grant: 300,
      IdToken: 300,
      AuthorizationCode: 60,
      AccessToken: 60,
    },
    clockTolerance: 30,
    expiresWithSession: () => false,
    issueRefreshToken: () => false,
    findAccount: async (_, subject) =>
      (await isOwnAccount(kernel, subject))
        ? { accountId: subject, claims: () => ({ sub: subject }) }
        : undefined,
    // Consent is asked on the node's own page, each time; nothing of it is kept.
    loadExistingGrant: async (ctx) => {
      const { client, session } = ctx.oidc;
      const grant = new ctx.oidc.provider.Grant({
        ...(client && { clientId: client.clientId }),
        ...(session?.accountId && { accountId: session.accountId }),
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    renderError: (ctx, _, error) => {
      hooks.failed(ctx.req, error);
      ctx.respond = false;
    },
  } satisfies Configuration as Configuration);
  provider.proxy = true;
  provider.silent = true;
  provider.on('server_error', (ctx: KoaContextWithOIDC, error: Error) =>
    log.error({ err: error, path: ctx.path }, 'the login provider failed'),
  );
  const note = (ctx: KoaContextWithOIDC, error: Error & { error_description?: string }) =>
    log.info(
      { client: ctx.oidc?.client?.clientId, error: error.message, why: error.error_description },
      'the login provider refused a request',
    );
  // The types of 9.12 do not name these.
  const events: EventEmitter = provider;
  for (const event of ['authorization.error', 'grant.error', 'pushed_authorization_request.error']) {
    events.on(event, note);
  }
  return provider;
}

async function isOwnAccount({ db, identity }: Kernel, subject: string): Promise<boolean> {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('issuer', '=', identity.origin)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row !== undefined;
}

function signingKeys({ ExternalSigningKey }: Library, { keys, clock }: Kernel) {
  class NodeKey extends ExternalSigningKey {
    readonly #signer: Signer;
    constructor(signer: Signer) {
      super();
      this.#signer = signer;
      Object.assign(this, { kid: signer.id, alg: ALGORITHM });
    }
    override keyObject() {
      return publicKeyObject(this.#signer);
    }
    override async sign(data: Uint8Array) {
      return this.#signer.sign(data);
    }
  }
  return providerSigners(keys, unixSeconds(clock)).map((signer) => new NodeKey(signer));
}
