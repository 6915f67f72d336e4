import { chmodSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import type { Logger } from 'pino';
import { DatabaseAway, isDatabaseAway } from '../database/error.ts';
import { KoinonError } from '../error.ts';
import { InvalidParams } from './error.ts';
import type { Control } from './methods.ts';
import { controlSocketPath } from './socket-path.ts';

/** The operator hands files in as text: an import of 64 MiB, with what JSON escapes in it. */
const MAX_REQUEST = 128 * 1024 * 1024;

/**
 * Serves the control methods as HTTP over a Unix socket that only the owner of the data directory can open:
 * `POST /<method>` with JSON parameters answers `{result}` or `{error: {code, message}}`.
 * The caller holds the lock of the directory, so a socket file that is there already is left from a killed process.
 */
export async function serveControl(
  control: Control,
  dataDir: string,
  log: Logger,
): Promise<{ close(): Promise<void> }> {
  const path = controlSocketPath(dataDir);
  await mkdir(dirname(path), { recursive: true });
  rmSync(path, { force: true });
  const server = createServer((request, response) => {
    answer(control, request).then(
      (result) => send(response, 200, { result: result ?? null }),
      (thrown) => {
        const error = isDatabaseAway(thrown) ? new DatabaseAway(thrown) : thrown;
        const known = error instanceof KoinonError;
        if (!known) log.error({ err: error, method: request.url }, 'a control method failed');
        send(response, known ? error.status : 500, {
          error: {
            code: known ? error.code : 'internal',
            message: known ? error.message : String(error),
            args: known ? error.args : {},
          },
        });
      },
    );
  });
  const mask = process.umask(0o077);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
  } finally {
    process.umask(mask);
  }
  chmodSync(path, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(control: Control, request: IncomingMessage): Promise<unknown> {
  const method = (request.url ?? '/').slice(1);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_REQUEST) throw new InvalidParams(method, 'the request is too large');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  let params: unknown;
  try {
    params = text === '' ? {} : JSON.parse(text);
  } catch {
    throw new InvalidParams(method, 'not JSON');
  }
  return await control.call(method, params);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
