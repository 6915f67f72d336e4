import { createToken } from '../kernel/identity/tokens.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Module } from '../kernel/module/module.ts';
import { makeTrustStore } from '../kernel/trust/index.ts';
import { alone } from './alone.ts';
import { type TestNode, type TestNodeOptions, testNode } from './node.ts';

/** A node with some modules, and people who may do what the test says. */

export interface Fixture {
  node: TestNode;
  kernel: Kernel;
  /** A request as somebody with these permissions would send it. */
  as(permissions: readonly string[]): Promise<Ask>;
  stop(): Promise<void>;
}
export type Ask = (path: string, options?: AskOptions) => Promise<Response>;
export interface AskOptions {
  /** Fields of a form; several values of one name as a list. */
  form?: Readonly<Record<string, string | readonly string[]>>;
  /** Files that go along with the form, as a browser sends them. */
  files?: Readonly<Record<string, { name: string; type: string; text: string }>>;
  json?: unknown;
  method?: string;
  headers?: Record<string, string>;
}

export async function moduleNode(
  modules: readonly Module[],
  options: TestNodeOptions = {},
): Promise<Fixture> {
  const node = await testNode({
    modules,
    profile: { name: 'Kaldavere', body: 'Government Office of Kaldavere' },
    peering: { ...alone, trust: (database) => makeTrustStore(database.db) },
    ...options,
  });
  const { kernel } = node;
  return {
    node,
    kernel,
    async as(permissions) {
      const { token } = await kernel.database.transaction((tx) =>
        createToken(tx, kernel, { name: 'Liis', permissions }),
      );
      return (path, options = {}) => ask(node.url + path, token, options);
    },
    stop: () => node.stop(),
  };
}

export const anonymous =
  ({ node }: Fixture): Ask =>
  (path, options = {}) =>
    ask(node.url + path, null, options);

function ask(
  url: string,
  token: string | null,
  { form, files, json, method, headers = {} }: AskOptions,
): Promise<Response> {
  const fields = files === undefined ? new URLSearchParams() : new FormData();
  for (const [name, values] of Object.entries(form ?? {})) {
    for (const value of [values].flat()) fields.append(name, value);
  }
  for (const [field, { name, type, text }] of Object.entries(files ?? {})) {
    (fields as FormData).append(field, new File([text], name, { type }));
  }
  const body = form !== undefined ? fields : json !== undefined ? JSON.stringify(json) : undefined;
  return fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: {
      accept: 'text/html',
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
}
