import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Config } from './config/config.ts';
import { KoinonError } from './error.ts';

/** Another program listens on the port. */
export class PortInUse extends KoinonError {
  readonly code = 'port-in-use';
  constructor(listen: string, port: number) {
    super(
      `Port ${port} on ${listen} is in use by another program. Stop it, or set KOINON_PORT to a free port.`,
    );
  }
}

/** The machine does not let us listen at this address. */
export class CannotListen extends KoinonError {
  readonly code = 'cannot-listen';
  constructor(listen: string, port: number, cause: NodeJS.ErrnoException) {
    super(
      cause.code === 'EACCES'
        ? `This user may not listen on port ${port}: ports below 1024 are for root. Set KOINON_PORT, and let the proxy pass on to it.`
        : `The node cannot listen on ${listen}: this machine has no such address (${cause.message}). Set KOINON_LISTEN, for example to 127.0.0.1, or to 0.0.0.0 for all.`,
    );
    this.cause = cause;
  }
}

/** `bindings` hold the connection: limits are counted by the address of the peer. */
export type Answer = (request: Request, bindings: HttpBindings) => Response | Promise<Response>;

/** Bound from the first moment, so that a port in use is found before anything is written. */
export interface HttpServer {
  readonly url: string;
  readonly port: number;
  /** What answers from now on; until then every request gets 503. */
  answer(answer: Answer): void;
  /** Takes no new connection, lets running requests finish for a few seconds. */
  stop(): Promise<void>;
}

const DRAIN_MS = 5000;
const STARTING: Answer = () =>
  new Response('The node is starting.\n', {
    status: 503,
    headers: { 'Retry-After': '1', 'Cache-Control': 'no-store' },
  });

/** @throws PortInUse, CannotListen */
export async function listen(config: Pick<Config, 'listen' | 'port'>): Promise<HttpServer> {
  let current = STARTING;
  const server = createServer(
    getRequestListener((request, bindings) => current(request, bindings as HttpBindings), {
      overrideGlobalObjects: false,
    }),
  );
  // Slow clients must not hold connections for long.
  server.headersTimeout = 15_000;
  server.requestTimeout = 60_000;
  server.keepAliveTimeout = 10_000;
  const port = await bind(server, config);
  const host = config.listen.includes(':') ? `[${config.listen}]` : config.listen;
  return {
    url: `http://${host}:${port}`,
    port,
    answer(answer) {
      current = answer;
    },
    stop: () => drain(server),
  };
}

function bind(server: Server, { listen, port }: Pick<Config, 'listen' | 'port'>): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new PortInUse(listen, port) : new CannotListen(listen, port, error),
      ),
    );
    server.listen(port, listen, () => resolve((server.address() as AddressInfo).port));
  });
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
