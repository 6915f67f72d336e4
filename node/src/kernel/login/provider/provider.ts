import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { unixSeconds } from '../../clock.ts';
import type { Kernel } from '../../kernel.ts';
import { ClientFinder } from './find-client.ts';
import { makeProvider } from './make-provider.ts';
import { providerSigners } from './signing-keys.ts';

interface Running {
  provider: Provider;
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Keys that it was made with. */
  keys: string;
}

/**
 * The OpenID Provider of this node, loaded when somebody first needs it: most of the life of a node nobody logs in, and the
 * library is a third of its start. Made anew when keys change.
 */
export class LoginProvider {
  readonly #kernel: Kernel;
  readonly #clients: ClientFinder;
  readonly #addresses = new WeakMap<IncomingMessage, string>();
  readonly #failures = new WeakMap<IncomingMessage, Error>();
  #library: Promise<typeof import('oidc-provider')> | undefined;
  #running: Running | undefined;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
    this.#clients = new ClientFinder(kernel);
  }

  /** oidc-provider itself, for the consent page. */
  async library(): Promise<Provider> {
    return (await this.#current()).provider;
  }

  /** Lets oidc-provider answer; the error, where it is to be shown as a page of the node instead. */
  async answer(request: IncomingMessage, response: ServerResponse, address: string): Promise<Error | null> {
    const { handle } = await this.#current();
    this.#addresses.set(request, address);
    await handle(request, response);
    return this.#failures.get(request) ?? null;
  }

  async #current(): Promise<Running> {
    this.#library ??= import('oidc-provider');
    const library = await this.#library;
    const { keys, clock } = this.#kernel;
    const ids = [
      ...providerSigners(keys, unixSeconds(clock)).map(({ id }) => id),
      ...keys.secrets('cookies').map((secret) => Buffer.from(secret).toString('base64')),
    ].join(' ');
    if (this.#running?.keys === ids) return this.#running;
    const provider = makeProvider(library, this.#kernel, {
      clients: this.#clients,
      addressOf: (request) => this.#addresses.get(request) ?? 'unknown',
      failed: (request, error) => this.#failures.set(request, error),
    });
    const handle = provider.callback() as Running['handle'];
    this.#running = { provider, handle, keys: ids };
    return this.#running;
  }
}
