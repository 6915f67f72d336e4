import type { DemoNode } from './demo-node.ts';

/** A node refused what the demo asked of it: a fault of the content or of the node. */
export class ApiRefused extends Error {}

export interface Act {
  jti: string;
  sub: string;
}

/** The REST API of a node, with the token of an account: the demo has no other way in than anybody else. */
export class NodeApi {
  readonly #node: DemoNode;
  readonly #token: string;
  constructor(node: DemoNode, token: string) {
    this.#node = node;
    this.#token = token;
  }

  get url(): string {
    return this.#node.url;
  }

  async get<Result>(path: string): Promise<Result> {
    return await this.#send<Result>('GET', path);
  }

  /** `key` makes it safe to send again after a crash: the node answers what it answered before. */
  async act(
    method: 'POST' | 'PUT',
    path: string,
    body: unknown,
    options: { key: string; ifMatch?: string },
  ): Promise<Act> {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': `demo:${options.key.replaceAll(' ', ':')}`,
      ...(options.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
    };
    return await this.#send<Act>(method, path, { body: JSON.stringify(body), headers });
  }

  async #send<Result>(
    method: string,
    path: string,
    init: { body?: string; headers?: Record<string, string> } = {},
  ): Promise<Result> {
    const response = await fetch(`${this.#node.url}/api/v1${path}`, {
      ...init,
      method,
      headers: { accept: 'application/json', authorization: `Bearer ${this.#token}`, ...init.headers },
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new ApiRefused(
        `${this.#node.country.profile.name} answered ${response.status} to ${method} ${path}: ${text.slice(0, 500)}`,
      );
    }
    return JSON.parse(text) as Result;
  }
}
