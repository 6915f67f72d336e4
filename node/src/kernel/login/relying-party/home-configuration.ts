import { type Jwks, parseJwks } from '@koinon/trust';
import type * as OpenidClient from 'openid-client';
import { z } from 'zod';
import { FetchRefused } from '../../fetch/index.ts';
import type { Kernel } from '../../kernel.ts';
import { proveClient } from '../client-assertion.ts';
import { guardedFetch } from '../guarded-fetch.ts';
import { HomeWithoutLogin } from './error.ts';

/** Algorithms of ID tokens that are taken, in the order of preference. */
const ID_TOKEN_ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'PS256'] as const;
const TIMEOUT_MS = 5_000;

const provider = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  pushed_authorization_request_endpoint: z.url(),
  authorization_response_iss_parameter_supported: z.literal(true),
  client_registration_types_supported: z.array(z.string()).refine((types) => types.includes('automatic')),
  id_token_signing_alg_values_supported: z.array(z.string()),
  jwks: z.unknown(),
});

/** Whether what a trusted node says of itself lets its people log in here. */
export function offersLogin(home: string, stated: unknown): boolean {
  return readProvider(home, stated) !== null;
}

function readProvider(home: string, stated: unknown) {
  const parsed = provider.safeParse(stated);
  if (!parsed.success || parsed.data.issuer !== home) return null;
  const { origin } = new URL(home);
  const { authorization_endpoint, token_endpoint, pushed_authorization_request_endpoint } = parsed.data;
  const endpoints = [authorization_endpoint, token_endpoint, pushed_authorization_request_endpoint];
  if (endpoints.some((endpoint) => new URL(endpoint).origin !== origin)) return null;
  const alg = ID_TOKEN_ALGORITHMS.find((one) =>
    parsed.data.id_token_signing_alg_values_supported.includes(one),
  );
  try {
    return alg === undefined ? null : { ...parsed.data, alg, jwks: parseJwks(parsed.data.jwks) };
  } catch {
    return null;
  }
}

/**
 * openid-client for one home node. Endpoints and keys are those of its trust chain: nothing is discovered, and no key is
 * fetched, so whoever holds the host of a node without its federation key can vouch for nobody.
 * @throws HomeWithoutLogin
 */
export function homeConfiguration(
  client: typeof OpenidClient,
  kernel: Pick<Kernel, 'config' | 'identity' | 'keys' | 'clock' | 'fetcher'>,
  home: string,
  stated: unknown,
): OpenidClient.Configuration {
  const found = readProvider(home, stated);
  if (found === null) throw new HomeWithoutLogin(home, 'its openid_provider metadata offers no login');
  const { alg, jwks, ...metadata } = found;
  const self = kernel.identity.origin;
  const server = { ...metadata, jwks_uri: `${home}/oidc/jwks` } as OpenidClient.ServerMetadata;
  const configuration = new client.Configuration(
    server,
    self,
    { id_token_signed_response_alg: alg, [client.clockTolerance]: 30 },
    (_, __, body) => proveClient(kernel, body, { client: self, audience: home }),
  );
  configuration[client.customFetch] = chainFetch(kernel, home, server.jwks_uri as string, jwks);
  // By default the library takes the connection for proof of who signed; here only the keys of the chain are.
  client.enableNonRepudiationChecks(configuration);
  // Plain http only where the guarded client lets it through: between the nodes of a demo on one machine.
  if (kernel.config.allowLoopback) client.allowInsecureRequests(configuration);
  return configuration;
}

/** Keys come from the chain; everything else is asked of the home node itself. */
function chainFetch(
  { fetcher }: Pick<Kernel, 'fetcher'>,
  home: string,
  jwksUri: string,
  jwks: Jwks,
): OpenidClient.CustomFetch {
  const { origin } = new URL(home);
  const ask = guardedFetch(fetcher, TIMEOUT_MS);
  return async (url, options) => {
    if (url === jwksUri) return Response.json(jwks);
    if (new URL(url).origin !== origin) throw new FetchRefused('bad-url', url, `not of ${origin}`);
    return await ask(url, options);
  };
}
