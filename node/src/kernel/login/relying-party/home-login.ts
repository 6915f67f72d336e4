import type { Metadata } from '@koinon/trust';
import type * as OpenidClient from 'openid-client';
import { FetchRefused } from '../../fetch/index.ts';
import { type Assurance, assuranceOf, type MinimumAssurance, meets } from '../../identity/level.ts';
import type { Kernel } from '../../kernel.ts';
import { ACR_VALUES, CALLBACK } from '../provider/metadata.ts';
import { beginStep, finishStep, newSecret } from '../steps.ts';
import { trustNode } from '../trusted-node.ts';
import {
  HomeAnswerInvalid,
  HomeDeclined,
  HomeDistrustsUs,
  HomeLevelTooLow,
  HomeNotTrusted,
  HomeRefused,
  HomeUnreachable,
  LoginNotBegun,
} from './error.ts';
import { homeConfiguration } from './home-configuration.ts';

/** How long a person has to log in at home. */
const STEP_SECONDS = 1800;

/** What is kept while the person is at home. */
interface HomeStep {
  home: string;
  verifier: string;
  nonce: string;
  needs: MinimumAssurance;
  to: string;
}

/** A person whom a home node vouches for, and where the person was before. */
export interface Guest {
  issuer: string;
  subject: string;
  assurance: Assurance;
  at: Date;
  to: string;
}

/** Logs in people of other nodes, with the keys and endpoints that their trust chains hold. */
export class HomeLogin {
  readonly #kernel: Kernel;
  #library: Promise<typeof OpenidClient> | undefined;
  /** Made of a chain's metadata: the same object for as long as the chain is judged the same. */
  readonly #configurations = new WeakMap<Metadata, OpenidClient.Configuration>();

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  async #configure(home: string) {
    const { chain, decision, stopped } = await trustNode(this.#kernel, home);
    if (chain === null) throw new HomeNotTrusted(home, decision, stopped);
    this.#library ??= import('openid-client');
    const client = await this.#library;
    const { metadata } = chain;
    const config =
      this.#configurations.get(metadata) ??
      homeConfiguration(client, this.#kernel, home, metadata.openid_provider);
    this.#configurations.set(metadata, config);
    return { client, config };
  }

  /**
   * Announces the login at the home node and says where the person goes on.
   * @throws HomeLoginError
   */
  async begin(
    home: string,
    { needs, to, browser }: { needs: MinimumAssurance; to: string; browser: string },
  ): Promise<URL> {
    const { client, config } = await this.#configure(home);
    const [verifier, nonce, state] = [client.randomPKCECodeVerifier(), client.randomNonce(), newSecret()];
    const accepted = ACR_VALUES.filter((acr) => meets(assuranceOf(acr), needs));
    const acr = needs.level === 'none' ? { values: accepted } : { essential: true, values: accepted };
    const parameters = {
      redirect_uri: this.#kernel.identity.origin + CALLBACK,
      scope: 'openid',
      state,
      nonce,
      code_challenge_method: 'S256',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      acr_values: accepted.join(' '),
      claims: JSON.stringify({ id_token: { acr, auth_time: { essential: true } } }),
    };
    try {
      const url = await client.buildAuthorizationUrlWithPAR(config, parameters);
      const data: HomeStep = { home, verifier, nonce, needs, to };
      await beginStep(this.#kernel, { kind: 'home', secret: state, browser, data, seconds: STEP_SECONDS });
      return url;
    } catch (error) {
      throw explain(client, home, error);
    }
  }

  /**
   * Takes the person back from the home node. Trust is asked again, and the level is this node's to judge.
   * @throws HomeLoginError, LoginNotBegun
   */
  async finish(callback: URL, browser: string | undefined): Promise<Guest> {
    const secret = callback.searchParams.get('state') ?? '';
    const step = await finishStep<HomeStep>(this.#kernel, { kind: 'home', secret, browser });
    if (step === null) throw new LoginNotBegun('no such step in this browser');
    const { home, verifier, nonce, needs, to } = step;
    // RFC 9207: the answer names who gives it, also where it is an error.
    if (callback.searchParams.get('iss') !== home)
      throw new HomeAnswerInvalid(home, new Error('another iss'));
    const { client, config } = await this.#configure(home);
    let claims: OpenidClient.IDToken | undefined;
    try {
      const tokens = await client.authorizationCodeGrant(config, callback, {
        pkceCodeVerifier: verifier,
        expectedState: secret,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      claims = tokens.claims();
    } catch (error) {
      const refusal = explain(client, home, error);
      // Its keys may have changed without overlap: the code is spent, but the next login shall find the new one.
      if (refusal instanceof HomeAnswerInvalid) await this.#kernel.resolver.lookAgain(home);
      throw refusal;
    }
    const { sub, acr, auth_time } = claims as OpenidClient.IDToken;
    const assurance = assuranceOf(typeof acr === 'string' ? acr : undefined);
    if (!meets(assurance, needs)) throw new HomeLevelTooLow(home, assurance.level, needs.level);
    return { issuer: home, subject: sub, assurance, at: this.#time(home, auth_time), to };
  }

  /** When the person logged in at home; a clock that is more than a minute ahead is not believed. */
  #time(home: string, stated: unknown): Date {
    const now = this.#kernel.clock.now();
    if (stated === undefined) return now;
    const time = Number(stated) * 1000;
    if (!Number.isFinite(time) || time > now.getTime() + 60_000) {
      throw new HomeAnswerInvalid(home, new Error('auth_time is in the future'));
    }
    return new Date(Math.min(time, now.getTime()));
  }
}

function explain(client: typeof OpenidClient, home: string, error: unknown): Error {
  if (error instanceof client.AuthorizationResponseError) {
    if (error.error === 'access_denied') return new HomeDeclined(home, 'the person declined');
    return new HomeRefused(home, error.error, error.error_description);
  }
  if (error instanceof client.ResponseBodyError) {
    if (error.error === 'invalid_trust_chain')
      return new HomeDistrustsUs(home, error.error_description ?? '');
    return new HomeRefused(home, error.error, error.error_description);
  }
  const cause = causes(error).find((one) => one instanceof FetchRefused);
  if (cause instanceof FetchRefused) return new HomeUnreachable(home, cause.message);
  return new HomeAnswerInvalid(home, causes(error).at(-1));
}

/** An error and what it was caused by, the outermost first. */
function causes(error: unknown): unknown[] {
  const list: unknown[] = [];
  for (let at = error; at !== undefined && at !== null && list.length < 5; at = (at as Error).cause)
    list.push(at);
  return list;
}
