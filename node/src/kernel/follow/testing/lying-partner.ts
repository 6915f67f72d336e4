import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jwkFromPublicKey, RECORD_TYP, type RecordPayload, thumbprint } from '@koinon/records';
import {
  COSIGNATURE_ED25519,
  formatAddCheckpoint,
  originHash,
  parseTilePath,
  toBase64Url,
  utf8,
  verifierKey,
} from '@koinon/transparency-log';
import { v7 as uuidv7 } from 'uuid';
import { NOTICE } from './notices.ts';
import { keyOf, logSignerOf, PaperLog } from './paper-log.ts';

export interface Answer {
  status: number;
  type?: string;
  body: string | Uint8Array;
  headers?: Record<string, string>;
}

/** Changes, or takes over, the answer to a path below the origin. Null stands for the honest answer. */
export type Lie = (path: string, honest: Answer, response: ServerResponse) => Answer | 'taken' | null;

/**
 * A node that can lie: a real server with a real key, whose log is honest until `lie` is set. What it serves is `log`; what
 * it signs may be anything.
 */
export class LyingPartner {
  readonly url: string;
  readonly host: string;
  readonly log: PaperLog;
  /** The history that is served. */
  shown: PaperLog;
  lie: Lie | null = null;
  readonly asked: string[] = [];
  readonly #server: Server;
  readonly #word: string;

  private constructor(server: Server, word: string) {
    this.#server = server;
    this.#word = word;
    this.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.url = `http://${this.host}`;
    const origin = `${this.host}/log`;
    this.log = new PaperLog(origin, logSignerOf(origin, `${word} log`));
    this.shown = this.log;
    server.on('request', (request, response) => {
      const path = request.url ?? '/';
      this.asked.push(path);
      const honest = this.#honest(path);
      const answer = this.lie === null ? honest : (this.lie(path, honest, response) ?? honest);
      if (answer !== 'taken') send(response, answer);
    });
    this.log.entries.push(
      utf8(this.record('kernel/keys@1', '/keys', { keys: [{ kid: this.kid, jwk: this.#jwk }] })),
    );
  }

  /** @param word what its keys are made of */
  static async start(word: string): Promise<LyingPartner> {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return new LyingPartner(server, word);
  }

  get origin(): string {
    return this.log.origin;
  }
  get vkey(): string {
    return this.log.signer.vkey;
  }
  get kid(): string {
    return thumbprint(this.#jwk);
  }
  get #jwk() {
    return jwkFromPublicKey(keyOf(`${this.#word} record`).publicKey);
  }

  /** A record as this node signs it, or as `changes` would have it. */
  record(
    kind: string,
    sub: string,
    body: unknown,
    changes: Partial<RecordPayload> = {},
    word = this.#word,
  ): string {
    const payload = {
      iss: this.url,
      iat: Math.floor(Date.now() / 1000),
      jti: uuidv7(),
      kind,
      sub: `${this.url}${sub}`,
      body,
      ...changes,
    } as RecordPayload;
    // By hand: the library would refuse to sign what no record may say.
    const part = (value: unknown) => toBase64Url(utf8(JSON.stringify(value)));
    const input = `${part({ alg: 'EdDSA', kid: this.kid, typ: RECORD_TYP })}.${part(payload)}`;
    return `${input}.${toBase64Url(keyOf(`${word} record`).sign(utf8(input)))}`;
  }

  /** Adds notices to a history. */
  publish(texts: readonly string[], history = this.shown): void {
    for (const text of texts) {
      history.entries.push(utf8(this.record(NOTICE, `/notices/${uuidv7()}`, { text })));
    }
  }

  /** Asks a witness for a cosignature on a history, as a log does; it wakes whoever follows us there. */
  async push(witnessUrl: string, history = this.shown): Promise<number> {
    const ask = async (oldSize: number) => {
      const proof = oldSize > 0 && oldSize < history.size ? history.proof(oldSize, history.size) : [];
      const body = formatAddCheckpoint(oldSize, proof, history.note());
      return await fetch(`${witnessUrl}/add-checkpoint`, { method: 'POST', body });
    };
    const first = await ask(0);
    return first.status === 409 ? (await ask(Number(await first.text()))).status : first.status;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #honest(path: string): Answer {
    if (path === '/.well-known/koinon') return json(this.#statement());
    if (path === '/.well-known/jwks.json') return json({ keys: [{ ...this.#jwk, kid: this.kid }] });
    if (path === '/log/checkpoint')
      return { status: 200, type: 'text/plain; charset=utf-8', body: this.shown.note() };
    const id = path.startsWith('/log/') ? parseTilePath(path.slice('/log/'.length)) : null;
    const bytes = id === null ? null : id.kind === 'tile' ? this.shown.tile(id) : this.shown.bundle(id);
    return bytes === null
      ? { status: 404, body: 'not found\n' }
      : { status: 200, type: 'application/octet-stream', body: bytes };
  }

  #statement() {
    const name = `${this.host}/witness`;
    return {
      name: this.#word,
      version: '0.0.0',
      origin: this.url,
      log: { origin: this.origin, prefix: '/log/', vkeys: [this.vkey] },
      witness: {
        name,
        prefix: '/witness/',
        vkeys: [verifierKey(name, COSIGNATURE_ED25519, keyOf(`${this.#word} witness`).publicKey)],
      },
      kinds: [NOTICE],
    };
  }

  /** Where others show what they cosigned of our log. */
  get monitoringPath(): string {
    return `/witness/${originHash(this.origin)}/checkpoint`;
  }
}

function json(value: unknown): Answer {
  return { status: 200, type: 'application/json', body: JSON.stringify(value) };
}

function send(response: ServerResponse, { status, type, body, headers }: Answer): void {
  response
    .writeHead(status, { ...(type === undefined ? {} : { 'content-type': type }), ...headers })
    .end(body);
}
