import type * as OpenidClient from 'openid-client';
import { KoinonError } from '../../error.ts';
import { FetchRefused } from '../../fetch/index.ts';
import type { Assurance } from '../../identity/level.ts';
import type { Kernel } from '../../kernel.ts';
import { proveClient } from '../client-assertion.ts';
import { guardedFetch } from '../guarded-fetch.ts';
import type { Recognised } from '../own-login.ts';
import { LoginNotBegun } from '../relying-party/error.ts';
import { assuranceOfMethod, type MethodOf } from '../settings.ts';
import { beginStep, finishStep, newSecret } from '../steps.ts';

const STEP_SECONDS = 1800;
const TIMEOUT_MS = 10_000;
/** How long a discovery document is believed. */
const DISCOVERY_MS = 3_600_000;

interface UpstreamStep {
  method: string;
  verifier: string;
  nonce: string;
  to: string;
}

/** The provider does not answer, refuses, or answers what cannot be. */
export class UpstreamFailed extends KoinonError {
  readonly code = 'login-upstream-failed';
  override readonly status = 502;
  override readonly detail: Record<string, unknown>;
  constructor(method: string, cause: unknown) {
    super(`login with ${method} failed`, { cause });
    const { code, error, error_description } = cause as Record<string, unknown>;
    this.detail = { code, error, why: error_description };
  }
}

/** The person broke off at the provider. */
export class UpstreamDeclined extends KoinonError {
  readonly code = 'login-upstream-declined';
  override readonly status = 403;
}

/** The provider logged the person in by a means whose level is not agreed with it. */
export class UpstreamLevelUnknown extends KoinonError {
  readonly code = 'login-upstream-level-unknown';
  override readonly status = 403;
}

/** Login by another OpenID Provider that the operator set up, such as the national eID. */
export class UpstreamLogin {
  readonly #kernel: Kernel;
  readonly method: MethodOf<'openid'>;
  #library: Promise<typeof OpenidClient> | undefined;
  #found: { config: OpenidClient.Configuration; until: number } | undefined;

  constructor(kernel: Kernel, method: MethodOf<'openid'>) {
    this.#kernel = kernel;
    this.method = method;
  }

  get callback(): string {
    return `${this.#kernel.identity.origin}/login/with/${this.method.id}/callback`;
  }

  /** Where the person goes on. @throws UpstreamFailed */
  async begin({ to, browser }: { to: string; browser: string }): Promise<URL> {
    const { id, scope, acrValues } = this.method;
    const { client, config } = await this.#configure();
    const [verifier, nonce, state] = [client.randomPKCECodeVerifier(), client.randomNonce(), newSecret()];
    const data: UpstreamStep = { method: id, verifier, nonce, to };
    const parameters = {
      redirect_uri: this.callback,
      scope,
      state,
      nonce,
      code_challenge_method: 'S256',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      ...(acrValues !== undefined && { acr_values: acrValues }),
    };
    try {
      const url =
        config.serverMetadata().pushed_authorization_request_endpoint === undefined
          ? client.buildAuthorizationUrl(config, parameters)
          : await client.buildAuthorizationUrlWithPAR(config, parameters);
      await beginStep(this.#kernel, {
        kind: 'upstream',
        secret: state,
        browser,
        data,
        seconds: STEP_SECONDS,
      });
      return url;
    } catch (error) {
      throw new UpstreamFailed(id, error);
    }
  }

  /** @throws LoginNotBegun, UpstreamFailed, UpstreamDeclined, UpstreamLevelUnknown */
  async finish(callback: URL, browser: string | undefined): Promise<Recognised & { to: string }> {
    const { id, issuer } = this.method;
    const secret = callback.searchParams.get('state') ?? '';
    const step = await finishStep<UpstreamStep>(this.#kernel, { kind: 'upstream', secret, browser });
    if (step === null || step.method !== id) throw new LoginNotBegun('no such step in this browser');
    const { client, config } = await this.#configure();
    try {
      const tokens = await client.authorizationCodeGrant(config, callback, {
        pkceCodeVerifier: step.verifier,
        expectedState: secret,
        expectedNonce: step.nonce,
        idTokenExpected: true,
      });
      const { sub, acr } = tokens.claims() as OpenidClient.IDToken;
      const assurance = this.#assurance(acr);
      return { method: id, identifier: `openid ${issuer} ${sub}`, assurance, to: step.to };
    } catch (error) {
      if (error instanceof KoinonError && !(error instanceof FetchRefused)) throw error;
      const refused = error instanceof client.AuthorizationResponseError;
      if (refused && error.error === 'access_denied') throw new UpstreamDeclined('the person declined');
      throw new UpstreamFailed(id, error);
    }
  }

  #assurance(acr: unknown): Assurance {
    const { levels } = this.method;
    if (levels === undefined) return assuranceOfMethod(this.method);
    const found = typeof acr === 'string' && Object.hasOwn(levels, acr) ? levels[acr] : undefined;
    if (found === undefined) throw new UpstreamLevelUnknown(`acr ${String(acr)}`);
    return found;
  }

  async #configure() {
    this.#library ??= import('openid-client');
    const client = await this.#library;
    const now = this.#kernel.clock.now().getTime();
    if (this.#found === undefined || this.#found.until <= now) {
      const config = await this.#discover(client);
      this.#found = { config, until: now + DISCOVERY_MS };
    }
    return { client, config: this.#found.config };
  }

  async #discover(client: typeof OpenidClient): Promise<OpenidClient.Configuration> {
    const { id, issuer, clientId, clientSecret } = this.method;
    const { allowLoopback } = this.#kernel.config;
    const auth: OpenidClient.ClientAuth =
      clientSecret !== undefined
        ? client.ClientSecretBasic(clientSecret)
        : (_, __, body) => proveClient(this.#kernel, body, { client: clientId, audience: issuer });
    try {
      return await client.discovery(new URL(issuer), clientId, { [client.clockTolerance]: 30 }, auth, {
        [client.customFetch]: guardedFetch(this.#kernel.fetcher, TIMEOUT_MS),
        execute: [
          client.enableNonRepudiationChecks,
          ...(allowLoopback ? [client.allowInsecureRequests] : []),
        ],
      });
    } catch (error) {
      throw new UpstreamFailed(id, error);
    }
  }
}
