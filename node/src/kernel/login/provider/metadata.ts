import type { Metadata } from '@koinon/trust';
import { acrOf, LEVELS } from '../../identity/level.ts';
import type { Kernel } from '../../kernel.ts';
import { CLIENT_ALGORITHMS } from './client-metadata.ts';
import { ALGORITHM, providerJwks } from './signing-keys.ts';

/** Where the provider lives below the node's origin; oidc-provider is told the same. */
export const ROUTES = {
  authorization: '/oidc/auth',
  token: '/oidc/token',
  jwks: '/oidc/jwks',
  pushed_authorization_request: '/oidc/par',
} as const;

/** Where guests come back to. */
export const CALLBACK = '/login/callback';

/** Every name of a level that a login may have, the lowest first. */
export const ACR_VALUES: readonly string[] = LEVELS.flatMap((level) =>
  [false, true].flatMap((notified) => acrOf({ level, notified }) ?? []),
);

type Services = Pick<Kernel, 'identity' | 'keys'>;

/**
 * The discovery document of the provider. Written here, and held against oidc-provider's own by a test, so that partners can
 * read it without the provider being loaded.
 */
export function discovery({ identity: { origin } }: Pick<Kernel, 'identity'>) {
  return {
    issuer: origin,
    authorization_endpoint: origin + ROUTES.authorization,
    token_endpoint: origin + ROUTES.token,
    pushed_authorization_request_endpoint: origin + ROUTES.pushed_authorization_request,
    require_pushed_authorization_requests: true,
    jwks_uri: origin + ROUTES.jwks,
    acr_values_supported: [...ACR_VALUES],
    authorization_response_iss_parameter_supported: true,
    claims_parameter_supported: true,
    claims_supported: ['sub', 'acr', 'auth_time', 'iss'],
    code_challenge_methods_supported: ['S256'],
    grant_types_supported: ['authorization_code'],
    id_token_signing_alg_values_supported: [ALGORITHM],
    request_uri_parameter_supported: false,
    response_modes_supported: ['query'],
    response_types_supported: ['code'],
    scopes_supported: ['openid'],
    subject_types_supported: ['pairwise'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: [...CLIENT_ALGORITHMS],
  };
}

/** What this node states of itself as a home of its own people and as a place for guests. */
export function loginMetadata({ identity, keys }: Services): Metadata {
  const jwks = { ...providerJwks(keys) };
  return {
    openid_provider: { ...discovery({ identity }), client_registration_types_supported: ['automatic'], jwks },
    openid_relying_party: {
      client_name: identity.profile.name,
      client_registration_types: ['automatic'],
      redirect_uris: [identity.origin + CALLBACK],
      response_types: ['code'],
      grant_types: ['authorization_code'],
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: ALGORITHM,
      id_token_signed_response_alg: ALGORITHM,
      subject_type: 'pairwise',
      jwks,
    },
  };
}
