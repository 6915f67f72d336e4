import { createServer } from 'node:net';

/** Another program listens where the demo wants to. */
export class PortBusy extends Error {
  readonly port: number;
  constructor(port: number) {
    super(
      `Port ${port} on 127.0.0.1 is in use by another program. Stop it, or give the demo other ports: KOINON_DEMO_PORT=${port < 60_000 ? 5101 : 4101} npm start`,
    );
    this.port = port;
  }
}

/** Whether all ports can be bound right now. @throws PortBusy naming the first that cannot */
export async function requireFreePorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) await bindOnce(port);
}

function bindOnce(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortBusy(port) : error),
    );
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}
