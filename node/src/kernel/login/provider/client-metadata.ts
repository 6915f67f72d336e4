import { type Jwks, type Metadata, parseJwks } from '@koinon/trust';
import { z } from 'zod';
import { ALGORITHM } from './signing-keys.ts';

/** Algorithms that clients may sign their assertions with; those of FAPI 2.0, section 5.4.1. */
export const CLIENT_ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'PS256'] as const;

const relyingParty = z.object({
  client_registration_types: z.array(z.string()).refine((types) => types.includes('automatic')),
  redirect_uris: z.array(z.url()).min(1).max(10),
  jwks: z.unknown().transform((value, context): Jwks => {
    try {
      return parseJwks(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: String(error) });
      return z.NEVER;
    }
  }),
  token_endpoint_auth_method: z.literal('private_key_jwt').optional(),
  token_endpoint_auth_signing_alg: z.enum(CLIENT_ALGORITHMS).optional(),
});

/** Why the metadata of a trusted node makes no client. */
export class UnfitClient extends Error {}

/**
 * A client of the provider from what its trust chain says of it. Only what is named here counts: subjects are pairwise, codes
 * go to the client's own origin, and it proves its key at every request, whatever it asks for.
 * @throws UnfitClient
 */
export function clientMetadata(entity: string, { openid_relying_party: stated }: Metadata) {
  const parsed = relyingParty.safeParse(stated);
  if (!parsed.success) throw new UnfitClient(z.prettifyError(parsed.error));
  const { redirect_uris, jwks, token_endpoint_auth_signing_alg } = parsed.data;
  const { origin } = new URL(entity);
  // Else whoever writes a member's metadata sends its citizens' codes anywhere.
  const foreign = redirect_uris.find((uri) => new URL(uri).origin !== origin);
  if (foreign !== undefined) throw new UnfitClient(`${foreign} is not of ${origin}`);
  return {
    client_id: entity,
    redirect_uris,
    jwks,
    grant_types: ['authorization_code'],
    response_types: ['code' as const],
    token_endpoint_auth_method: 'private_key_jwt' as const,
    ...(token_endpoint_auth_signing_alg && { token_endpoint_auth_signing_alg }),
    id_token_signed_response_alg: ALGORITHM,
    subject_type: 'pairwise' as const,
    require_pushed_authorization_requests: true,
  };
}

export type ClientMetadata = ReturnType<typeof clientMetadata>;
