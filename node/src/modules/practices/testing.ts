import { randomBytes } from 'node:crypto';
import { signRecord } from '@koinon/records';
import { ed25519Sign } from '@koinon/transparency-log/crypto';
import { v7 as uuidv7 } from 'uuid';
import { createToken } from '../../kernel/identity/tokens.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { projectRecord } from '../../kernel/records/project.ts';
import { sha256 } from '../../kernel/sha256.ts';
import { makeTrustStore } from '../../kernel/trust/index.ts';
import { alone, type TestNode, testNode } from '../../testing/index.ts';
import { adoptionPath, practicePath } from './address.ts';
import type { Adoption } from './adoption.ts';
import { practices } from './index.ts';
import { ADOPTION, PRACTICE } from './kinds.ts';

/** For the tests of this module: a node with a person who may do everything, and partners whose logs it holds. */

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
  json?: unknown;
  method?: string;
  headers?: Record<string, string>;
}

export async function practicesNode(): Promise<Fixture> {
  const node = await testNode({
    modules: [practices],
    profile: { name: 'Kaldavere', body: 'Government Office of Kaldavere' },
    peering: { ...alone, trust: (database) => makeTrustStore(database.db) },
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
  { form, json, method, headers = {} }: AskOptions,
): Promise<Response> {
  const fields = new URLSearchParams();
  for (const [name, values] of Object.entries(form ?? {})) {
    for (const value of [values].flat()) fields.append(name, value);
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

/** A partner whose log this node holds; what it says goes the way of every followed record. */
export class PartnerLog {
  readonly kernel: Kernel;
  readonly node: string;
  readonly log: number;
  readonly host: string;
  #size = 0;
  #seconds = 1_780_000_000;

  private constructor(kernel: Kernel, node: string, log: number) {
    this.kernel = kernel;
    this.node = node;
    this.log = log;
    this.host = new URL(node).host;
  }

  static async open(kernel: Kernel, node: string, name: string): Promise<PartnerLog> {
    const { host } = new URL(node);
    const { id } = await kernel.db
      .insertInto('log')
      .values({
        origin: `${host}/log`,
        node,
        role: 'partner',
        size: 0,
        root: Buffer.alloc(32),
        range: Buffer.alloc(0),
        note_size: 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await kernel.db
      .insertInto('partner')
      .values({
        node,
        host,
        log: id,
        name,
        profile: JSON.stringify({ name }),
        log_prefix: '/log/',
        witness_name: `${host}/witness`,
        witness_prefix: '/witness/',
        kinds: '[]',
        pinned_kids: '[]',
        state: 'active',
        failures: 0,
        added_at: new Date(),
        added_by: 'test',
      })
      .execute();
    return new PartnerLog(kernel, node, id);
  }

  practice(body: unknown, { id = uuidv7(), prev = null }: { id?: string; prev?: string | null } = {}) {
    return this.say(PRACTICE, this.node + practicePath(id), body, prev);
  }

  adopt(
    of: { sub: string; jti: string; node: string },
    changes: Partial<Adoption> & Pick<Adoption, 'gist' | 'since'>,
  ) {
    const body: Adoption = {
      practice: {
        sub: of.sub,
        jti: of.jti,
        title: { source: 'en', en: 'It' },
        origin: { node: of.node, name: 'Origin' },
      },
      status: 'adopted',
      adapted: changes.gist,
      ...changes,
    };
    return this.say(ADOPTION, this.node + adoptionPath(uuidv7()), body, null);
  }

  /** Appends a record of any kind; answers what became of it here. */
  async say(kind: string, sub: string, body: unknown, prev: string | null) {
    const jti = uuidv7();
    const iat = this.#seconds++;
    const payload = {
      iss: this.node,
      iat,
      jti,
      kind,
      sub,
      ...(prev !== null && { prev }),
      body: body as Record<string, unknown>,
    };
    const seed = randomBytes(32);
    const jws = signRecord(payload, { kid: 'k', sign: (bytes) => ed25519Sign(seed, bytes) });
    const index = this.#size++;
    const context = { log: this.log, node: this.node, own: false, at: new Date(), index };
    const record = { jws, kid: 'k', iss: this.node, iat, jti, kind, sub, prev, body };
    const flag = await this.kernel.database.transaction(async (tx) => {
      const projection = await projectRecord(tx, this.kernel, record, context);
      const leaf = Buffer.from(sha256(jws));
      const entry = { log: this.log, index, body: jws, leaf, jti, kind, sub, prev, iat };
      await tx
        .insertInto('entry')
        .values({
          ...entry,
          flag: projection.flag,
          unprojected: projection.unprojected,
          checked_at: context.at,
        })
        .execute();
      await tx.updateTable('log').set({ size: this.#size }).where('id', '=', this.log).execute();
      return projection.flag;
    });
    return {
      jti,
      sub,
      flag,
      node: this.node,
      path: `/practices/~${this.host}${new URL(sub).pathname.slice('/practices'.length)}`,
    };
  }
}
