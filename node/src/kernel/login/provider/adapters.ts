import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Kernel } from '../../kernel.ts';
import { type Payload, ProviderState, UsedTwice } from './adapter.ts';
import { ClientRefused } from './find-client.ts';
import type { ProviderHooks } from './make-provider.ts';

type Library = typeof import('oidc-provider');

/**
 * Models that nothing reads: who is logged in is known from the node's own session, and an access token opens nothing, for
 * there is neither userinfo nor introspection.
 */
const NEVER_READ: ReadonlySet<string> = new Set(['Session', 'AccessToken']);

/** What one request has read or made, and needs no query for again. */
interface InHand {
  /** Consent to one login. It lives and ends with its code, so it is kept in the row of that. */
  grant?: Payload;
  /** What was used up in the same query that read it. */
  used: Set<string>;
}

/** Storage and clients, as oidc-provider asks for them: one adapter for each of its models. */
export function adapters({ default: OidcProvider, errors }: Library, kernel: Kernel, hooks: ProviderHooks) {
  const requests = new WeakMap<KoaContextWithOIDC, InHand>();
  const inHand = (): InHand => {
    const { ctx } = OidcProvider;
    const known = ctx && requests.get(ctx);
    if (known !== undefined) return known;
    const made: InHand = { used: new Set() };
    if (ctx) requests.set(ctx, made);
    return made;
  };
  /** The person comes back from the consent page: what that request reads of them counts once. */
  const comesBack = () => OidcProvider.ctx?.oidc.route === 'resume';

  return class extends ProviderState {
    readonly #model: string;
    constructor(model: string) {
      super(kernel, model);
      this.#model = model;
    }

    override async upsert(id: string, payload: Payload, seconds?: number): Promise<void> {
      if (NEVER_READ.has(this.#model)) return;
      if (this.#model === 'Grant') {
        inHand().grant = payload;
        return;
      }
      const { grant } = this.#model === 'AuthorizationCode' ? inHand() : {};
      const kept = grant === undefined ? payload : { ...payload, grant };
      const replay = () => new errors.InvalidClientAuth('client assertion tokens must only be used once');
      await once(super.upsert(id, kept, seconds), replay);
    }

    override async consume(id: string): Promise<void> {
      if (inHand().used.has(id)) return;
      await once(super.consume(id), () => new errors.InvalidGrant('already used'));
    }

    override async destroy(id: string): Promise<void> {
      if (!inHand().used.has(id)) await super.destroy(id);
    }

    override async find(id: string): Promise<Payload | undefined> {
      // Making a second one of the same id fails: no need to look before.
      if (NEVER_READ.has(this.#model) || this.#model === 'ReplayDetection') return undefined;
      switch (this.#model) {
        case 'Client':
          return await findClient(id);
        case 'Grant': {
          const { grant } = inHand();
          return grant?.jti === id ? grant : undefined;
        }
        case 'AuthorizationCode': {
          const code = await super.find(id);
          if (code?.grant) inHand().grant = code.grant as Payload;
          return code;
        }
        case 'Interaction':
          return comesBack() ? this.#used(id, await super.take(id)) : await super.find(id);
        case 'PushedAuthorizationRequest':
          return comesBack()
            ? (this.#used(id, await super.findUnused(id)) ?? (await super.find(id)))
            : await super.find(id);
        default:
          return await super.find(id);
      }
    }

    #used(id: string, payload: Payload | undefined): Payload | undefined {
      if (payload !== undefined) inHand().used.add(id);
      return payload;
    }
  };

  async function findClient(id: string): Promise<Payload> {
    const { ctx } = OidcProvider;
    const assertion = ctx?.oidc.params?.client_assertion;
    try {
      return await hooks.clients.find(id, {
        assertion: typeof assertion === 'string' ? assertion : undefined,
        address: ctx ? hooks.addressOf(ctx.req) : 'unknown',
      });
    } catch (error) {
      if (!(error instanceof ClientRefused)) throw error;
      if (error.code === 'invalid_client') throw new errors.InvalidClientAuth(error.message);
      throw Object.assign(new errors.CustomOIDCProviderError(error.code, error.message), {
        // Before the client is trusted nothing goes to an address that it named.
        allow_redirect: false,
        ...(error.code === 'temporarily_unavailable' && { status: 429, statusCode: 429 }),
      });
    }
  }
}

async function once<T>(work: Promise<T>, refusal: () => Error): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof UsedTwice ? refusal() : error;
  }
}
