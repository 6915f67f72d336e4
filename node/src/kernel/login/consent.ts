import type { HttpBindings } from '@hono/node-server';
import type { Provider } from 'oidc-provider';
import { z } from 'zod';
import { KoinonError } from '../error.ts';
import type { PersonActor } from '../identity/actor.ts';
import { type Assurance, acrOf, assuranceOf } from '../identity/level.ts';
import type { Kernel } from '../kernel.ts';
import { pairwiseSubject } from './provider/make-provider.ts';
import type { LoginProvider } from './provider/provider.ts';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** What another node asks of a person, as the consent page shows it. */
export interface LoginRequest {
  /** Entity identifier of the node that asks. */
  client: string;
  /** Levels that are enough for it, the lowest first; empty: any. */
  accepted: readonly Assurance[];
}

/** The request has expired, was answered, or began in another browser. */
export class LoginRequestExpired extends KoinonError {
  readonly code = 'login-request-expired';
  override readonly status = 403;
}

/** The person would agree, but is logged in less surely than the other node asks. */
export class LevelNotReached extends KoinonError {
  readonly code = 'login-level-not-reached';
  override readonly status = 403;
}

const params = z.object({
  client_id: z.string(),
  claims: z
    .preprocess(
      (value) => (typeof value === 'string' ? JSON.parse(value) : (value ?? {})),
      z.object({
        id_token: z
          .object({
            acr: z
              .object({
                essential: z.boolean().optional(),
                value: z.string().optional(),
                values: z.array(z.string()).optional(),
              })
              .nullish(),
          })
          .optional(),
      }),
    )
    .catch({}),
});

/** The person's answer to a login request of another node; oidc-provider takes it from there. */
export class Consent {
  readonly #kernel: Kernel;
  readonly #provider: LoginProvider;

  constructor(kernel: Kernel, provider: LoginProvider) {
    this.#kernel = kernel;
    this.#provider = provider;
  }

  /** @throws LoginRequestExpired */
  async read(env: HttpBindings, uid: string): Promise<LoginRequest> {
    return requestOf(await this.#find(env, uid));
  }

  async #find({ incoming, outgoing }: HttpBindings, uid: string): Promise<Interaction> {
    const provider = await this.#provider.library();
    const interaction = await provider.interactionDetails(incoming, outgoing).catch((cause: Error) => {
      if (cause.name !== 'SessionNotFound') throw cause;
      throw new LoginRequestExpired(cause.message, { cause });
    });
    if (interaction.uid !== uid) throw new LoginRequestExpired('another request');
    return interaction;
  }

  /** The pseudonym under which the other node will know the person. */
  async pseudonym(client: string, person: PersonActor): Promise<string> {
    return pairwiseSubject(this.#kernel.keys, client, await this.#subject(person));
  }

  /**
   * Passes pseudonym and level where the person agrees, and nothing where they do not (null).
   * @throws LoginRequestExpired, LevelNotReached
   */
  async answer(
    env: HttpBindings,
    uid: string,
    agreed: { person: PersonActor; at: Date } | null,
  ): Promise<{ client: string; path: string }> {
    const interaction = await this.#find(env, uid);
    const request = requestOf(interaction);
    if (agreed !== null && !isEnough(agreed.person.assurance, request))
      throw new LevelNotReached('the login is not sure enough');
    interaction.result =
      agreed === null
        ? { error: 'access_denied', error_description: 'the person declined' }
        : { login: await this.#login(agreed) };
    await interaction.persist();
    return { client: request.client, path: new URL(interaction.returnTo).pathname };
  }

  async #login({ person, at }: { person: PersonActor; at: Date }) {
    const acr = acrOf(person.assurance);
    return {
      accountId: await this.#subject(person),
      ts: Math.floor(at.getTime() / 1000),
      remember: false,
      ...(acr !== null && { acr }),
    };
  }

  async #subject({ account }: PersonActor): Promise<string> {
    const { subject } = await this.#kernel.db
      .selectFrom('account')
      .select('subject')
      .where('id', '=', account)
      .executeTakeFirstOrThrow();
    if (subject === null) throw new LoginRequestExpired('the account was erased');
    return subject;
  }
}

function requestOf(interaction: Interaction): LoginRequest {
  const { client_id: client, claims } = params.parse(interaction.params);
  const acr = claims.id_token?.acr;
  const values = acr?.essential ? (acr.values ?? (acr.value === undefined ? [] : [acr.value])) : [];
  return { client, accepted: values.map(assuranceOf) };
}

/** Whether a login is among those that the other node takes. */
export function isEnough(has: Assurance, { accepted }: Pick<LoginRequest, 'accepted'>): boolean {
  const name = acrOf(has);
  return accepted.length === 0 || (name !== null && accepted.some((one) => acrOf(one) === name));
}
